import { sleep } from 'n8n-workflow';

import type { RateWindow } from './types';

/** TtlCache beyond the published window, because clocks do not tick alike and requests do not travel alike. */
const FIRST_MARGIN_MS = 25;
const MARGIN_STEP_MS = 15;

/** Each refusal shows that the margin was too small for this connection. */
const LARGEST_MARGIN_MS = 150;

/** How many of the latest requests tell how fast an answer can come. */
const LATENCY_SAMPLES = 50;

/** The first requests open connections: until so many were answered, each counts from its end. */
const WARM_UP_SAMPLES = 10;

/** On open connections, requests do not differ by more than this on their way to the server. */
const TRAVEL_MS = 75;

interface Sent {
	startedAt: number;
	/** Whether it went over a connection that was open already. */
	isWarm: boolean;
	/** Latest moment of its arrival at the server; unknown while it is under way. */
	arrivedBy?: number;
}

/**
 * Lets requests of one account through: at most so many per window, at most so many under way, first come first
 * served. Shared by all items, nodes and polls of the process that use the account.
 *
 * A server counts requests when they arrive, and some travel longer than others: the first ones, which open the
 * connection, most of all. So a request counts from the latest moment at which it can have arrived.
 */
export class RateLimiter {
	private sent: Sent[] = [];

	private latencies: number[] = [];

	private queue: Promise<void> = Promise.resolve();

	private inFlight = 0;

	private pausedUntil = 0;

	private marginMs = FIRST_MARGIN_MS;

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
		this.queue = turn.then(() => undefined);
		const sent = await turn;
		try {
			return await task();
		} finally {
			this.settle(sent);
		}
	}

	/** Holds everything back for `ms`, because the server refused a request as one too many. */
	pause(ms: number): void {
		this.marginMs = Math.min(this.marginMs + MARGIN_STEP_MS, LARGEST_MARGIN_MS);
		this.pausedUntil = Math.max(this.pausedUntil, Date.now() + ms);
	}

	private async admit(): Promise<Sent> {
		while (this.inFlight >= this.maxInFlight) {
			await new Promise<void>((resolve) => {
				this.wakeNext = resolve;
			});
		}
		for (let wait = this.waitMs(); wait > 0; wait = this.waitMs()) await sleep(wait);
		this.inFlight += 1;
		const isWarm = this.latencies.length >= WARM_UP_SAMPLES;
		const sent: Sent = { startedAt: Date.now(), isWarm };
		this.sent.push(sent);
		return sent;
	}

	private settle(sent: Sent): void {
		const now = Date.now();
		const { startedAt, isWarm } = sent;
		this.latencies.push(now - startedAt);
		if (this.latencies.length > LATENCY_SAMPLES) this.latencies.shift();
		const shortest = Math.min(...this.latencies);
		sent.arrivedBy = isWarm ? Math.min(now - shortest, startedAt + TRAVEL_MS) : now;
		this.inFlight -= 1;
		this.wakeNext?.();
	}

	/** Milliseconds until the next request may start, as things stand; 0 or less: now. */
	waitMs(): number {
		const now = Date.now();
		const arrivals = this.sent
			.map(
				({ startedAt, isWarm, arrivedBy }) => arrivedBy ?? (isWarm ? startedAt + TRAVEL_MS : now),
			)
			.sort((a, b) => a - b);
		this.forgetOld(now);
		let readyAt = this.pausedUntil;
		for (const { requests, perMs } of this.windows) {
			const oldest = arrivals[arrivals.length - requests];
			if (oldest !== undefined) readyAt = Math.max(readyAt, oldest + perMs + this.marginMs);
		}
		return readyAt - now;
	}

	private forgetOld(now: number): void {
		const longest = Math.max(0, ...this.windows.map(({ perMs }) => perMs)) + this.marginMs;
		this.sent = this.sent.filter(
			({ arrivedBy }) => arrivedBy === undefined || now - arrivedBy < longest,
		);
	}
}

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
