import type { RateWindow } from '../../nodes/shared/request/types';

/** How a server may count requests. None of the three services says which one it uses. */
export type WindowKind = 'sliding' | 'fixed' | 'bucket';

export const windowKinds: readonly WindowKind[] = ['sliding', 'fixed', 'bucket'];

/** Judges the request that arrives at `now` (ms): true lets it through. Moments never go back. */
export type RateJudge = (now: number) => boolean;

const judges: Record<WindowKind, (limit: RateWindow) => RateJudge> = {
	/** The last `perMs` milliseconds, at every moment. */
	sliding({ requests, perMs }) {
		const passed: number[] = [];
		return (now) => {
			while (passed.length > 0 && now - passed[0] >= perMs) passed.shift();
			if (passed.length >= requests) return false;
			passed.push(now);
			return true;
		};
	},
	/** Spans of `perMs` that begin with the clock's own seconds. */
	fixed({ requests, perMs }) {
		let current = -1;
		let passed = 0;
		return (now) => {
			const span = Math.floor(now / perMs);
			if (span !== current) [current, passed] = [span, 0];
			passed += 1;
			return passed <= requests;
		};
	},
	/** A bucket of `requests` tokens that fills up evenly. */
	bucket({ requests, perMs }) {
		let tokens = requests;
		let last: number | undefined;
		return (now) => {
			tokens = Math.min(requests, tokens + ((now - (last ?? now)) * requests) / perMs);
			last = now;
			// Sums of fractions may miss a whole token by the last bit.
			if (tokens < 1 - 1e-9) return false;
			tokens -= 1;
			return true;
		};
	},
};

/** A judge of the given kind; refused requests do not count. */
export const createRateJudge = (kind: WindowKind, limit: RateWindow): RateJudge =>
	judges[kind](limit);
