import type { SandboxClock } from '../shared/clock';

/** Which budget an endpoint draws from. */
export type Budget = 'insights' | 'crud' | 'query';

export interface BudgetLimits {
	perMinute: number;
	perHour: number;
}

export type ThrottleLimits = Record<Budget, BudgetLimits>;

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** Published for personal API keys. */
export const publishedLimits = (): ThrottleLimits => ({
	insights: { perMinute: 240, perHour: 1_200 },
	crud: { perMinute: 480, perHour: 4_800 },
	query: { perMinute: 240, perHour: 2_400 },
});

/** Counts requests per key and budget in sliding windows of the sandbox clock. Refused ones do not count. */
export class Throttle {
	private readonly taken = new Map<string, number[]>();

	constructor(
		/** May be changed at any moment. */
		readonly limits: ThrottleLimits,
		private readonly clock: SandboxClock,
	) {}

	/** Seconds to wait, or undefined when the request was let through. */
	take(key: string, budget: Budget): number | undefined {
		const now = this.clock.now();
		const name = `${budget} ${key}`;
		const moments = (this.taken.get(name) ?? []).filter((at) => now - at < HOUR);
		const { perMinute, perHour } = this.limits[budget];
		const wait = Math.max(
			secondsUntilRoom(moments, now, perMinute, MINUTE),
			secondsUntilRoom(moments, now, perHour, HOUR),
		);
		if (wait > 0) return wait;
		moments.push(now);
		this.taken.set(name, moments);
		return undefined;
	}
}

function secondsUntilRoom(moments: number[], now: number, limit: number, windowMs: number): number {
	const inWindow = moments.filter((at) => now - at < windowMs);
	if (inWindow.length < limit) return 0;
	return Math.ceil((inWindow[inWindow.length - limit] + windowMs - now) / 1_000);
}
