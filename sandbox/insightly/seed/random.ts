/** Repeatable chance: the same seed gives the same numbers on every machine. */
export interface Chance {
	/** A whole number from 0 up to, but not including, the limit. */
	below(limit: number): number;
	/** One of the values. */
	pick<T>(values: readonly T[]): T;
	/** True this often, 0 to 1. */
	happens(probability: number): boolean;
}

/** Marsaglia's xorshift, 32 bits. */
export function createChance(seed: number): Chance {
	let state = seed | 0 || 1;
	const next = () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		below,
		pick: (values) => values[below(values.length)],
		happens: (probability) => next() < probability,
	};
}
