/** A change was part of a finished execution. */
export interface Delivery {
	execution: string;
	/** When the execution began, ms since 1970. */
	at: number;
}

/** What became of the changes of one stream. */
export interface Account {
	changes: number;
	delivered: number;
	/** Those of the delivered ones that came only with an execution that was run again. */
	again: number;
	/** Never delivered, made shortly before a crash: what an engine may lose that saves state apart from executions. */
	lostInCrash: string[];
	/** Never delivered, without such a reason. */
	lost: string[];
	repeatedAfterCrash: string[];
	/** Delivered more than once, without a crash in between. */
	repeated: string[];
	/** Delivered although it was never made. */
	unknown: string[];
}

/** Longer than it takes from a change to the execution, with polls every few seconds. */
const NEAR_MS = 30_000;

/** Keeps account of one stream: what was changed, what was delivered, and when n8n was killed. */
export class Ledger {
	private readonly made = new Map<string, number>();

	private readonly deliveries = new Map<string, Delivery[]>();

	private readonly retried = new Set<string>();

	/** @param crashes moments at which something was killed; may grow */
	constructor(private readonly crashes: readonly number[]) {}

	note(key: string, at: number): void {
		this.made.set(key, at);
	}

	/** @param isRetry whether the execution is one that was cut off and run again */
	deliver(key: string, delivery: Delivery, isRetry: boolean): void {
		this.deliveries.set(key, [...(this.deliveries.get(key) ?? []), delivery]);
		if (isRetry) this.retried.add(key);
	}

	/** How many changes are not delivered yet. */
	get open(): number {
		return [...this.made.keys()].filter((key) => !this.deliveries.has(key)).length;
	}

	/** Every change: when it was made, and the executions that had it. */
	get entries(): string[] {
		const time = (at: number) => new Date(at).toISOString().slice(11, 23);
		return [...this.made].map(([key, at]) => {
			const all = this.deliveries.get(key) ?? [];
			const told = all.map(
				({ execution, at: begun }) => `execution ${execution} at ${time(begun)}`,
			);
			return [`${key} at ${time(at)}`, ...told].join(', ');
		});
	}

	/** The account as it stands. */
	close(): Account {
		const missing = [...this.made].filter(([key]) => !this.deliveries.has(key));
		const isExcused = ([, at]: [string, number]) =>
			this.crashes.some((crash) => crash >= at && crash - at <= NEAR_MS);
		const twice = [...this.deliveries].filter(([, all]) => all.length > 1);
		const isBetween = ([, all]: [string, Delivery[]]) => {
			const times = all.map(({ at }) => at).sort((a, b) => a - b);
			return times
				.slice(1)
				.every((at, index) => this.crashes.some((one) => one >= times[index] && one <= at));
		};
		const keys = (entries: Array<[string, unknown]>) => entries.map(([key]) => key);
		const known = [...this.deliveries.keys()].filter((key) => this.made.has(key));
		return {
			changes: this.made.size,
			delivered: known.length,
			again: known.filter((key) => this.retried.has(key)).length,
			lostInCrash: keys(missing.filter(isExcused)),
			lost: keys(missing.filter((one) => !isExcused(one))),
			repeatedAfterCrash: keys(twice.filter(isBetween)),
			repeated: keys(twice.filter((one) => !isBetween(one))),
			unknown: [...this.deliveries.keys()].filter((key) => !this.made.has(key)),
		};
	}
}

/** Several accounts as one. */
export function sum(accounts: readonly Account[]): Account {
	const all = (pick: (account: Account) => string[]) => accounts.flatMap(pick);
	const total = (pick: (account: Account) => number) =>
		accounts.reduce((so, account) => so + pick(account), 0);
	return {
		changes: total(({ changes }) => changes),
		delivered: total(({ delivered }) => delivered),
		again: total(({ again }) => again),
		lostInCrash: all(({ lostInCrash }) => lostInCrash),
		lost: all(({ lost }) => lost),
		repeatedAfterCrash: all(({ repeatedAfterCrash }) => repeatedAfterCrash),
		repeated: all(({ repeated }) => repeated),
		unknown: all(({ unknown }) => unknown),
	};
}
