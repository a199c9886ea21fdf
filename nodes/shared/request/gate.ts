import { sleep } from 'n8n-workflow';

import type { RateWindow } from './types';

/**
 * Requests are counted where they arrive, so the network can push two of them closer together than they left.
 * A window this much longer than the published one keeps the server's own count below its limit.
 */
const WINDOW_MARGIN_MS = 30;

/**
 * Lets requests of one account through: at most so many per window, at most so many under way, first come first
 * served. Shared by all items, nodes and polls of the process that use the account.
 */
export class Gate {
	private readonly starts: number[] = [];

	private queue: Promise<void> = Promise.resolve();

	private inFlight = 0;

	private pausedUntil = 0;

	private wakeNext: (() => void) | undefined;

	constructor(
		private windows: readonly RateWindow[],
		private maxInFlight: number,
	) {}

	/** The limits may be edited in the credential while the process runs. */
	configure(windows: readonly RateWindow[], maxInFlight: number): void {
		this.windows = windows;
		this.maxInFlight = maxInFlight;
	}

	/** Runs `task` when it is its turn; whatever it returns or throws comes through. */
	async run<T>(task: () => Promise<T>): Promise<T> {
		const turn = this.queue.then(async () => await this.admit());
		this.queue = turn;
		await turn;
		try {
			return await task();
		} finally {
			this.inFlight -= 1;
			this.wakeNext?.();
		}
	}

	/** Holds everything back for `ms`, because the server asked for it. */
	pause(ms: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + ms);
	}

	private async admit(): Promise<void> {
		while (this.inFlight >= this.maxInFlight) {
			await new Promise<void>((resolve) => {
				this.wakeNext = resolve;
			});
		}
		for (let wait = this.waitMs(); wait > 0; wait = this.waitMs()) await sleep(wait);
		this.inFlight += 1;
		this.starts.push(Date.now());
		this.forgetOldStarts();
	}

	private waitMs(): number {
		const now = Date.now();
		let readyAt = this.pausedUntil;
		for (const { requests, perMs } of this.windows) {
			const oldest = this.starts[this.starts.length - requests];
			if (oldest !== undefined) readyAt = Math.max(readyAt, oldest + perMs + WINDOW_MARGIN_MS);
		}
		return readyAt - now;
	}

	private forgetOldStarts(): void {
		const needed = Math.max(0, ...this.windows.map(({ requests }) => requests));
		if (this.starts.length > 2 * needed) this.starts.splice(0, this.starts.length - needed);
	}
}

const gates = new Map<string, Gate>();

/** The one gate of an account in this process; `account` is any string that names it. */
export function gateOf(account: string, windows: readonly RateWindow[], maxInFlight: number): Gate {
	let gate = gates.get(account);
	if (gate) {
		gate.configure(windows, maxInFlight);
	} else {
		gate = new Gate(windows, maxInFlight);
		gates.set(account, gate);
	}
	return gate;
}
