/** How a value is compared with the threshold. */
export type ThresholdComparison = 'above' | 'atLeast' | 'below' | 'atMost';

export interface Threshold {
	comparison: ThresholdComparison;
	value: number;
	/** How far the value has to come back before a crossing counts again; 0 or more. */
	hysteresis: number;
}

/** Which series are beyond the threshold, by name. */
export type Beyond = Record<string, boolean>;

/**
 * Whether a value counts as beyond. One that was beyond stays so until it has come back by the hysteresis as well, so
 * that a value that trembles at the threshold does not cross it again and again.
 */
export function isBeyond(value: number, threshold: Threshold, was: boolean): boolean {
	const { comparison, value: limit, hysteresis } = threshold;
	const slack = was ? hysteresis : 0;
	switch (comparison) {
		case 'above':
			return value > limit - slack;
		case 'atLeast':
			return value >= limit - slack;
		case 'below':
			return value < limit + slack;
		case 'atMost':
			return value <= limit + slack;
	}
}

/**
 * The series that have crossed the threshold since they were last looked at, and where all stand now. A series that
 * was not there before counts as not beyond, so that its first appearance beyond is a crossing; one that is gone keeps
 * its place, so that its return is none.
 */
export function crossings(
	before: Beyond,
	values: ReadonlyMap<string, number>,
	threshold: Threshold,
): { crossed: string[]; beyond: Beyond } {
	const beyond = new Map(Object.entries(before));
	const crossed: string[] = [];
	for (const [series, value] of values) {
		const was = beyond.get(series) ?? false;
		const is = isBeyond(value, threshold, was);
		if (is && !was) crossed.push(series);
		beyond.set(series, is);
	}
	return { crossed, beyond: Object.fromEntries(beyond) };
}
