import type { IDataObject } from 'n8n-workflow';

/** How the rows of a series become one number. */
export type Measure =
	| 'latest'
	| 'latestComplete'
	| 'first'
	| 'total'
	| 'average'
	| 'highest'
	| 'lowest';

export interface MeasureOptions {
	measure: Measure;
	/** Series to look at, by name; empty: each one by itself. */
	series: string;
	/** Column with the numbers; empty: the one that the kind of insight has for it. */
	column: string;
}

/** Columns that hold a row's number, by kind of insight; the first that a row has counts. */
const NUMBER_COLUMNS = [
	'value',
	'conversion_rate_from_start',
	'conversion_percentage',
	'retention_rate',
	'count',
];

/** Columns that tell series apart. What follows another row in time or order is not among them. */
const SERIES_COLUMNS = ['series', 'breakdown_value', 'status'];

const WAY_COLUMNS = ['source_name', 'target_name'];

/** More series than this are not told apart: a breakdown with a value for each user would fill the memory. */
const MOST_SERIES = 1_000;

const REDUCERS: Readonly<Record<Measure, (values: number[]) => number | undefined>> = {
	latest: (values) => values[values.length - 1],
	latestComplete: (values) => values[values.length - 2],
	first: (values) => values[0],
	total: (values) => values.reduce((sum, value) => sum + value, 0),
	average: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
	highest: (values) => values.reduce((a, b) => Math.max(a, b)),
	lowest: (values) => values.reduce((a, b) => Math.min(a, b)),
};

/**
 * One number for each series of a result, by the name of the series. Rows of the period that is compared with, rows
 * without a number, and series without any are left out.
 * @param rows as Get Result gives them
 */
export function measured(
	rows: readonly IDataObject[],
	options: MeasureOptions,
): Map<string, number> {
	const groups = new Map<string, number[]>();
	for (const row of rows) {
		if (row.compare_label === 'previous') continue;
		const series = seriesOf(row, options.series);
		const value = series === undefined ? undefined : numberIn(row, options.column);
		if (series === undefined || value === undefined) continue;
		const group = groups.get(series);
		if (group) group.push(value);
		else if (groups.size < MOST_SERIES) groups.set(series, [value]);
	}
	const numbers = new Map<string, number>();
	for (const [series, values] of groups) {
		const number = REDUCERS[options.measure](values);
		if (number !== undefined) numbers.set(series, number);
	}
	return numbers;
}

/** Name of the series that a row belongs to; undefined when it is not one that is wanted. */
function seriesOf(row: IDataObject, wanted: string): string | undefined {
	const columns = 'source_name' in row ? WAY_COLUMNS : SERIES_COLUMNS;
	const parts = columns.filter((name) => isGiven(row[name])).map((name) => String(row[name]));
	const name = parts.join('source_name' in row ? ' → ' : ' · ');
	if (wanted === '') return name;
	const isNamed = [name, ...Object.values(row).filter(isText)].some(
		(text) => text.toLowerCase() === wanted.toLowerCase(),
	);
	return isNamed ? wanted : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** A row's number. SQL gives large and decimal numbers as text, which counts too in a column that was named. */
function numberIn(row: IDataObject, column: string): number | undefined {
	const known = NUMBER_COLUMNS.find((name) => name in row);
	const value =
		column !== ''
			? row[column]
			: known !== undefined
				? row[known]
				: Object.values(row).find((one) => typeof one === 'number');
	if (typeof value === 'number') return value;
	if (column === '' || typeof value !== 'string' || value.trim() === '') return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}
