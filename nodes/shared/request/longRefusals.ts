import type { ApiFailure } from './types';

interface LongRefusal {
	failure: ApiFailure;
	status: number | undefined;
	until: number;
}

/** Nobody is kept from asking for longer than this, whatever a server says. */
const LONGEST_MS = 60 * 60_000;

/** Where the service does not say for how long. */
const UNTOLD_MS = 60_000;

const refusals = new Map<string, LongRefusal>();

/**
 * Remembers that an account is refused for a while, so that whoever comes next hears of it at once instead of asking.
 * @param forMs how long the service said; undefined where it did not
 */
export function rememberRefusal(
	account: string,
	failure: ApiFailure,
	status: number | undefined,
	forMs: number | undefined,
): void {
	const until = Date.now() + Math.min(forMs ?? UNTOLD_MS, LONGEST_MS);
	refusals.set(account, { failure, status, until });
}

/** What an account is refused with at the moment, and for how many milliseconds more. */
export function longRefusalOf(
	account: string,
): (Omit<LongRefusal, 'until'> & { leftMs: number }) | undefined {
	const refusal = refusals.get(account);
	if (!refusal) return undefined;
	const leftMs = refusal.until - Date.now();
	if (leftMs > 0) return { failure: refusal.failure, status: refusal.status, leftMs };
	refusals.delete(account);
	return undefined;
}
