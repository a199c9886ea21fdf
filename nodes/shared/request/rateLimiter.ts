import { sleep } from 'n8n-workflow';

import { RateSchedule } from './rateSchedule';
import { SteadyClock } from './steadyClock';
import type { RateWindow } from './types';

/**
 * Lets requests of one account through: at most so many per window, at most so many under way, first come first
 * served. Shared by all items, nodes and polls of the process that use the account; other processes are noticed by what
 * the server refuses.
 */
export class RateLimiter {
	private schedule: RateSchedule;

	private readonly clock = new SteadyClock();

	private queue: Promise<void> = Promise.resolve();

	private inFlight = 0;

	private wakeNext: (() => void) | undefined;

	constructor(
		private windows: readonly RateWindow[],
		private maxInFlight: number,
	) {
		this.schedule = new RateSchedule(windows);
	}

	/** The limits may be edited in the credential while the process runs. */
	configure(windows: readonly RateWindow[], maxInFlight: number): void {
		this.maxInFlight = maxInFlight;
		if (isSame(windows, this.windows)) return;
		this.windows = windows;
		this.schedule = new RateSchedule(windows);
	}

	/** Runs `task` when it is its turn; whatever it returns or throws comes through. */
	async run<T>(task: () => Promise<T>): Promise<T> {
		const turn = this.queue.then(async () => await this.admit());
		this.queue = turn.then(() => undefined);
		const settle = await turn;
		try {
			return await task();
		} finally {
			settle();
		}
	}

	/** Holds everything back for `ms`, because the server refused a request as one too many. */
	pause(ms: number): void {
		this.schedule.refused(this.clock.now(), ms);
	}

	/** Milliseconds until the next request may start, as things stand; 0 or less: now. */
	waitMs(): number {
		const now = this.clock.now();
		return this.schedule.readyAt(now) - now;
	}

	private async admit(): Promise<() => void> {
		while (this.inFlight >= this.schedule.inFlight(this.maxInFlight)) {
			await new Promise<void>((resolve) => {
				this.wakeNext = resolve;
			});
		}
		for (let wait = this.waitMs(); wait > 0; wait = this.waitMs()) {
			const due = this.clock.now() + Math.ceil(wait);
			await sleep(Math.ceil(wait));
			this.schedule.noteLate(this.clock.now() - due);
		}
		this.inFlight += 1;
		const { schedule, clock } = this;
		const sent = schedule.start(clock.now());
		return () => {
			schedule.end(sent, clock.now());
			this.inFlight -= 1;
			this.wakeNext?.();
		};
	}
}

const isSame = (some: readonly RateWindow[], others: readonly RateWindow[]): boolean =>
	some.length === others.length &&
	some.every(
		({ requests, perMs }, place) =>
			requests === others[place].requests && perMs === others[place].perMs,
	);

const limiters = new Map<string, RateLimiter>();

/** The one rate limiter of an account in this process; `account` is any string that names it. */
export function rateLimiterOf(
	account: string,
	windows: readonly RateWindow[],
	maxInFlight: number,
): RateLimiter {
	let limiter = limiters.get(account);
	if (limiter) {
		limiter.configure(windows, maxInFlight);
	} else {
		limiter = new RateLimiter(windows, maxInFlight);
		limiters.set(account, limiter);
	}
	return limiter;
}
