import type { Target } from './types';

const x = (ratio: number): string => `${ratio.toFixed(2)}x`;

const seconds = (value: number): string => `${value.toFixed(1)} s`;

/** Our time by that of another contestant. */
export const timeRatio = (contestant: string, limit: number): Target => ({
	says: `time at most ${x(limit)} of ${contestant}`,
	look: (medians) => {
		const ratio = medians.ratio(contestant);
		return { shown: x(ratio), isMet: ratio <= limit };
	},
});

/** Our peak memory by that of another contestant. */
export const memoryRatio = (contestant: string, limit: number): Target => ({
	says: `peak memory at most ${x(limit)} of ${contestant}`,
	look: (medians) => {
		const ratio = medians.ratio(contestant, 'peakMb');
		return { shown: x(ratio), isMet: ratio <= limit };
	},
});

/** Our time by the floor; `floor` is the one the target names where that is not the exact one of the row. */
export const timeByFloor = (limit: number, floor: (count: number) => number): Target => ({
	says: `time at most ${x(limit)} of the floor`,
	look: (medians, count) => {
		const { seconds: ours } = medians.of('ours');
		return {
			shown: `${seconds(ours)}, ${x(ours / floor(count))} of ${seconds(floor(count))}`,
			isMet: ours <= limit * floor(count),
		};
	},
});

export const noneRefused: Target = {
	says: 'no request refused',
	look: (medians) => {
		const refused = medians.most('refused');
		return { shown: String(refused), isMet: refused === 0 };
	},
};

export const noneDoubled: Target = {
	says: 'nothing written twice',
	look: (medians) => {
		const doubled = medians.most('doubled');
		return { shown: String(doubled), isMet: doubled === 0 };
	},
};

/** Requests for each input item. */
export const requestsPerItem = (limit: number): Target => ({
	says: `fewer than ${limit} requests an item`,
	look: (medians, count) => {
		const each = medians.of('ours').sent / count;
		return { shown: each.toFixed(3), isMet: each < limit };
	},
});
