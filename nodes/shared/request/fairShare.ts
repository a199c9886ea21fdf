import type { RateWindow } from './types';

/** The limit is shared out in so many parts; of a limit of fewer requests, each is a part. */
const PARTS = 10;

/** A refusal takes away this share of the parts, rounded so that who has little keeps it longer. */
const DECREASE = 0.25;

/** Rounding: a refusal right after a raise, or soon after another refusal, is more likely to be our doing. */
const ROUND = { usual: 0.2, afterRaise: 0.6, again: 0.8 };

/**
 * A refusal although nobody else used up anything: it only came too early. When that happens again within so many
 * windows, somebody else gets less than we do.
 */
const ALONE_WINDOWS = 10;

/** Who holds this share of the parts gives up single ones, and tries them again after so many windows. */
const NEARLY_ALL = 0.8;

const YIELD_WINDOWS = 5;

/** Windows without a refusal before one part more is tried, for each part that is held, up to three. */
const QUIET_WINDOWS = 15;

const MOST_QUIET_FACTOR = 3;

/** Tries that fail are made less often, up to this factor. */
const TRY_LESS = 1.5;

const LEAST_OFTEN = 2;

/** Each try that works out halves the wait for the next. */
const ACCELERATION = 0.5;

/** Long windows are not waited for one by one. */
const LONGEST_UNIT_MS = 5_000;

/**
 * The part of an account's limit that this process takes. Alone it takes all. Other processes are noticed by refusals:
 * then it takes what the server let through, and a part more from time to time (additive increase, multiplicative
 * decrease). As every process keeps to a whole number of requests in each window, refusals end once the numbers fit.
 */
export class FairShare {
	private readonly parts: number;

	private readonly windowMs: number;

	private held: number;

	/** Length of the wait for the next try, in units. */
	private wait = 0;

	private changedAt = -Infinity;

	private raisedAt = -Infinity;

	private refusedAt = -Infinity;

	private firstRefusedAt: number | undefined;

	/** Refusals that belong to one event: those of one window. */
	private refusals = 0;

	private heldBefore: number;

	private drop = 0;

	private caution = 1;

	/** @param window the shortest of the account's windows */
	constructor(private readonly window: RateWindow) {
		this.parts = Math.min(PARTS, window.requests);
		this.windowMs = Math.min(window.perMs, LONGEST_UNIT_MS);
		this.held = this.parts;
		this.heldBefore = this.parts;
	}

	/** Requests of a limit that this process may use up. */
	of(requests: number): number {
		return Math.max(1, Math.floor((requests * this.held) / this.parts));
	}

	get isWhole(): boolean {
		return this.held === this.parts;
	}

	/** Milliseconds between two requests when they are spread evenly. */
	get spacingMs(): number {
		return this.windowMs / this.held;
	}

	/** Tries a part more when it has been quiet for long enough. */
	raise(now: number): void {
		while (!this.isWhole && now - this.changedAt >= this.wait * this.windowMs) {
			this.changedAt += this.wait * this.windowMs;
			this.raisedAt = now;
			this.held += 1;
			this.wait = Math.max(1, this.wait * ACCELERATION);
		}
	}

	/**
	 * A request was refused. `mine` is how many the server can have counted from this process in a window.
	 * @returns whether others share the account; otherwise the request probably came too early
	 */
	refused(now: number, mine: number): boolean {
		const isNew = now - this.refusedAt >= this.windowMs;
		if (isNew) this.refusals = 0;
		this.refusals += 1;
		const passed = mine - this.refusals;
		const isFirst = now - this.refusedAt >= ALONE_WINDOWS * this.windowMs;
		const isEarly = isNew && this.hasNearlyAll && passed >= this.of(this.window.requests) - 1;
		if (isNew) this.begin(now);
		if (!isEarly) this.settle(now, passed);
		else if (!isFirst) this.yield(now);
		return !(isEarly && isFirst);
	}

	private get hasNearlyAll(): boolean {
		return this.held >= NEARLY_ALL * this.parts;
	}

	/** Nearly all of the limit was ours, so who was refused came too early, or the others have nearly nothing. */
	private yield(now: number): void {
		this.held -= 1;
		this.wait = YIELD_WINDOWS;
		this.changedAt = now;
	}

	private settle(now: number, passed: number): void {
		this.lower(passed);
		this.wait = QUIET_WINDOWS * Math.min(this.held, MOST_QUIET_FACTOR) * this.caution;
		this.changedAt = now;
	}

	private begin(now: number): void {
		const isAfterRaise = now - this.raisedAt < 2.5 * this.windowMs;
		const isAgain = now - this.refusedAt < 3 * this.windowMs;
		if (isAfterRaise) this.caution = Math.min(LEAST_OFTEN, this.caution * TRY_LESS);
		const rounding = isAgain ? ROUND.again : isAfterRaise ? ROUND.afterRaise : ROUND.usual;
		this.drop = Math.floor(this.held * DECREASE + rounding);
		this.heldBefore = this.held;
		this.refusedAt = now;
		this.firstRefusedAt ??= now;
	}

	/** Several refusals at once show how much is left; at first that is believed, later no more than half is given up. */
	private lower(passed: number): void {
		const shown =
			this.refusals > 1 ? Math.floor((passed * this.parts) / this.window.requests) : Infinity;
		const isFirst = this.refusedAt - (this.firstRefusedAt ?? 0) <= 2 * this.windowMs;
		const least = isFirst ? 1 : Math.max(1, Math.floor(this.heldBefore / 2));
		this.held = Math.max(least, Math.min(this.heldBefore - this.drop, shown));
	}
}
