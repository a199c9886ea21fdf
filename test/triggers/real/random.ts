/** A source of numbers that gives the same ones for the same seed. */
export interface Random {
	/** From 0 up to, not including, 1. */
	next(): number;
	between(least: number, most: number): number;
	pick<T>(list: readonly T[]): T;
}

/** A linear congruential generator: enough to choose moments by. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
	return {
		next,
		between: (least, most) => least + next() * (most - least),
		pick: (list) => list[Math.floor(next() * list.length)],
	};
}
