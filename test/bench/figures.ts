/** The middle one of the values; of an even number, the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export interface Spread {
	min: number;
	median: number;
	max: number;
}

export const spread = (values: readonly number[]): Spread => ({
	min: Math.min(...values),
	median: median(values),
	max: Math.max(...values),
});
