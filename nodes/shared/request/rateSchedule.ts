import { Arrivals, type Sent } from './arrivals';
import { FairShare } from './fairShare';
import type { RateWindow } from './types';

/** Kept beyond the published window, because clocks do not tick alike and requests do not travel alike. */
const FIRST_MARGIN_MS = 20;

/** Each request that came too early shows that the margin was too small for this connection. */
const MARGIN_STEP_MS = 15;

const LARGEST_MARGIN_MS = 150;

/** Other processes may begin at the same moment: as long as little is known, few requests are under way. */
const FIRST_IN_FLIGHT = 2;

/** Each answer shows a bit more, but other processes may be waiting for their own. */
const ANSWERS_FOR_ONE_MORE = 2;

/**
 * When the requests of one account may start. No service says how it counts, so none of the ways must find too many: not
 * a window that slides, not one that begins with the clock's second, not a bucket that fills up. The first is the
 * strictest, so at most the allowed number arrives within any window. Pure: it is told the time.
 */
export class RateSchedule {
	private readonly arrivals = new Arrivals();

	private readonly share: FairShare | undefined;

	private readonly longestMs: number;

	private marginMs = FIRST_MARGIN_MS;

	private pausedUntil = -Infinity;

	constructor(
		private readonly windows: readonly RateWindow[],
		private readonly random: () => number = Math.random,
	) {
		const [shortest] = [...windows].sort((a, b) => a.perMs - b.perMs);
		this.share = shortest && new FairShare(shortest);
		this.longestMs = Math.max(0, ...windows.map(({ perMs }) => perMs)) + LARGEST_MARGIN_MS;
	}

	/** Requests that may be under way at once. */
	inFlight(most: number): number {
		return Math.min(
			most,
			FIRST_IN_FLIGHT + Math.floor(this.arrivals.answered / ANSWERS_FOR_ONE_MORE),
		);
	}

	/** The moment at which the next request may start, as things stand. */
	readyAt(now: number): number {
		this.share?.raise(now);
		this.arrivals.forget(this.longestMs, now);
		let readyAt = this.pausedUntil;
		for (const { requests, perMs } of this.windows) {
			const allowed = this.share?.of(requests) ?? requests;
			const oldest = this.arrivals.nthNewest(allowed, now);
			if (oldest !== undefined) readyAt = Math.max(readyAt, oldest + perMs + this.marginMs);
		}
		return readyAt;
	}

	/** A timer that waited for `readyAt` was late by so much. */
	noteLate(ms: number): void {
		this.arrivals.noteLate(ms);
	}

	start(now: number): Sent {
		return this.arrivals.start(now);
	}

	end(sent: Sent, now: number): void {
		this.arrivals.end(sent, now);
	}

	/** The server refused a request as one too many and asks for a pause. */
	refused(now: number, pauseMs: number): void {
		const [{ perMs } = { perMs: 0 }] = this.windows;
		const isShared = this.share?.refused(now, this.arrivals.within(perMs, now)) ?? false;
		if (!isShared) this.marginMs = Math.min(this.marginMs + MARGIN_STEP_MS, LARGEST_MARGIN_MS);
		// Two processes that come back at the same moments would always refuse the same one of them.
		const apart = isShared ? this.random() * (this.share?.spacingMs ?? 0) : 0;
		this.pausedUntil = Math.max(this.pausedUntil, now + pauseMs + apart);
	}
}
