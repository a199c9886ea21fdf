const REMEMBERED_MS = 2 * 60_000;

const MOST = 5_000;

/**
 * Records that this process has just written, by what they were looked up with: a service's search may need a moment
 * before it finds a new record, and a second item with the same value must not create it again.
 */
export class RecentRecords<Id extends number | string> {
	private readonly ids = new Map<string, { id: Id; at: number }>();

	remember(account: string, lookedUpBy: string, id: Id): void {
		this.ids.set(key(account, lookedUpBy), { id, at: Date.now() });
		if (this.ids.size <= MOST) return;
		for (const oldest of this.ids.keys()) {
			this.ids.delete(oldest);
			return;
		}
	}

	forget(account: string, lookedUpBy: string): void {
		this.ids.delete(key(account, lookedUpBy));
	}

	/** What was written is no proof of what is there now: read the record before it is used. */
	find(account: string, lookedUpBy: string): Id | undefined {
		const found = this.ids.get(key(account, lookedUpBy));
		return found && Date.now() - found.at < REMEMBERED_MS ? found.id : undefined;
	}
}

const key = (account: string, lookedUpBy: string): string =>
	`${account} ${lookedUpBy.trim().toLowerCase()}`;
