/**
 * Takes care that work on the same thing happens in the order it was asked for, while everything else goes on side by
 * side. Two items of one run that write the same record end as if they had been run one after the other.
 */
export class KeyedMutex {
	private readonly last = new Map<string, Promise<unknown>>();

	/** Runs `task` after every earlier task of the same key has ended, well or badly. */
	async runExclusive<T>(key: string, task: () => Promise<T>): Promise<T> {
		const before = this.last.get(key) ?? Promise.resolve();
		const mine = before.then(task, task);
		const settled = mine.catch(() => undefined);
		this.last.set(key, settled);
		try {
			return await mine;
		} finally {
			if (this.last.get(key) === settled) this.last.delete(key);
		}
	}
}

/** The writes of this process, by account and by what they work on. */
export const writesInTurn = new KeyedMutex();
