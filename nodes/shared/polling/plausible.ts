/** Two clocks that differ by less agree. */
const AGREEMENT_MS = 10 * 60_000;

const median = (moments: readonly number[]): number =>
	[...moments].sort((a, b) => a - b)[Math.floor(moments.length / 2)];

/**
 * The moment from which on a trigger counts changes, where the service tells its clock. A clock is only believed if a
 * second source agrees: this machine's clock, or else the newest record. Of three that differ the middle one is taken,
 * so that one of them may be wrong by any amount.
 *
 * @param told the service's clock, ms UTC
 * @param own this machine's clock, ms UTC
 * @param newest asked only when the clocks differ: when the newest record was changed
 */
export async function agreedMoment(
	told: number,
	own: number,
	newest: () => Promise<number | undefined>,
): Promise<number> {
	if (Math.abs(told - own) <= AGREEMENT_MS) return told;
	return median([told, own, (await newest()) ?? Math.min(told, own)]);
}

/** So many records beyond what is plausible show that it is the bound that is wrong. */
const ENOUGH = 3;

/**
 * The newest value that can be believed, for feeds without a clock: their newest row is all they have to go by, and a
 * single one from far ahead would hide everything after it.
 *
 * @param values times or IDs of rows
 * @param bound what a value would plausibly not exceed
 * @returns the highest of the values, or of those within the bound while fewer than three lie beyond it
 */
export function newestPlausible(values: readonly number[], bound: number): number | undefined {
	const within = values.filter((value) => value <= bound);
	const believed = values.length - within.length >= ENOUGH ? values : within;
	return believed.length === 0 ? undefined : believed.reduce((a, b) => Math.max(a, b));
}
