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
	'median',
];

/** Columns that name a series. What follows another row in time or order is not among them. */
const SERIES_COLUMNS = ['series', 'breakdown_value', 'status', 'part'];

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
	const groups = new Map<string, Group>();
	for (const row of rows) {
		if (row.compare_label === 'previous') continue;
		const name = seriesOf(row, options.series);
		const value = name === undefined ? undefined : numberIn(row, options.column);
		if (name === undefined || value === undefined) continue;
		// Series of the same event have the same name: only their places tell them apart.
		const key = JSON.stringify([name, row.series_index ?? null]);
		const group = groups.get(key);
		if (group) group.values.push(value);
		else if (groups.size < MOST_SERIES) groups.set(key, { name, math: row.math, values: [value] });
	}
	const numbers = new Map<string, number>();
	for (const group of withOwnNames([...groups.values()])) {
		const number = REDUCERS[options.measure](group.values);
		if (number !== undefined) numbers.set(group.name, number);
	}
	return numbers;
}

interface Group {
	name: string;
	math: unknown;
	values: number[];
}

/** Names that stand for one series each: with the maths behind them where several have the same, then with a number. */
function withOwnNames(groups: Group[]): Group[] {
	const byMath = renamed(groups, ({ name, math }) =>
		isGiven(math) ? `${name} · ${String(math)}` : name,
	);
	return renamed(byMath, ({ name }, place) => (place === 0 ? name : `${name} · ${place + 1}`));
}

/** Gives a new name to those that share theirs. `place` counts them. */
function renamed(groups: Group[], rename: (group: Group, place: number) => string): Group[] {
	const alike = new Map<string, Group[]>();
	for (const group of groups) alike.set(group.name, [...(alike.get(group.name) ?? []), group]);
	return groups.map((group) => {
		const same = alike.get(group.name) ?? [];
		return same.length < 2 ? group : { ...group, name: rename(group, same.indexOf(group)) };
	});
}

/** Name of the series that a row belongs to; undefined when it is not one that is wanted. */
function seriesOf(row: IDataObject, wanted: string): string | undefined {
	if ('source_name' in row) return wayOf(row, wanted);
	const parts = SERIES_COLUMNS.map((name) => row[name])
		.filter(isGiven)
		.map(String);
	const name = parts.join(' · ');
	if (wanted === '') return name;
	const isWanted = (text: string): boolean => text.toLowerCase() === wanted.toLowerCase();
	if (isWanted(name)) return wanted;
	const others = Object.entries(row).flatMap(([key, value]) => (key === 'math' ? [] : [value]));
	if (!others.filter(isText).some(isWanted)) return undefined;
	// What was named is called as the user wrote it; the rest of the name keeps its breakdowns apart.
	const place = parts.findIndex(isWanted);
	return (
		place < 0 ? [wanted, ...parts] : parts.map((part, index) => (index === place ? wanted : part))
	).join(' · ');
}

/** Ways are named by both ends; a place that was named counts all of its ways together. */
function wayOf(row: IDataObject, wanted: string): string | undefined {
	const name = WAY_COLUMNS.map((column) => String(row[column] ?? '')).join(' → ');
	if (wanted === '') return name;
	const texts = [name, ...Object.values(row).filter(isText)];
	return texts.some((text) => text.toLowerCase() === wanted.toLowerCase()) ? wanted : undefined;
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
