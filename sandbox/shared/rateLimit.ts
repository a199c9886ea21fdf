/** How much a sandbox lets through. 0 or less means no limit. */
export interface RateLimitOptions {
	perSecond: number;
	perDay: number;
}

export type RateVerdict = 'let through' | 'over the second' | 'over the day';

/** Counts requests against a sliding second and a calendar day (UTC). Refused ones do not count. */
export interface RateLimiter {
	options: RateLimitOptions;
	/** Judges one request and counts it when it is let through. */
	take(): RateVerdict;
	/** What the day allows and what is left of it; without a limit, a day that is never used up. */
	today(): { limit: number; remaining: number };
}

const SECOND = 1000;
const DAY = 86_400_000;
const UNLIMITED_DAY = 100_000;

/**
 * @param options limits, may be changed while running
 * @param monotonic milliseconds that always move on: the sliding second is real even while the sandbox clock is frozen
 * @param now the sandbox clock in ms, for the day
 */
export function createRateLimiter(
	options: RateLimitOptions,
	monotonic: () => number,
	now: () => number,
): RateLimiter {
	let recent: number[] = [];
	let day = -1;
	let usedToday = 0;
	const startOfDay = () => {
		const today = Math.floor(now() / DAY);
		if (today !== day) [day, usedToday] = [today, 0];
	};
	const limiter: RateLimiter = {
		options: { ...options },
		take() {
			startOfDay();
			const { perSecond, perDay } = limiter.options;
			const at = monotonic();
			recent = recent.filter((moment) => at - moment < SECOND);
			if (perDay > 0 && usedToday >= perDay) return 'over the day';
			if (perSecond > 0 && recent.length >= perSecond) return 'over the second';
			recent.push(at);
			usedToday += 1;
			return 'let through';
		},
		today() {
			startOfDay();
			const { perDay } = limiter.options;
			if (perDay <= 0) return { limit: UNLIMITED_DAY, remaining: UNLIMITED_DAY };
			return { limit: perDay, remaining: Math.max(0, perDay - usedToday) };
		},
	};
	return limiter;
}
