import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/request/rows';
import { boxRow, isBox } from './boxes';
import { inWords } from './breakdowns';
import {
	asItIs,
	dimensions,
	entriesOf,
	fits,
	isBrokenDown,
	isScalar,
	listIfAny,
	objectIfAny,
	withOthers,
	type Shape,
} from './entry';
import { HEATMAP, heatmapRows, isHeatmap } from './heatmap';
import { isGiven, listIn, numberIn, numberOr } from './values';

/**
 * One series: `{"action": {"name": "$pageview", "custom_name": null, "math": "dau", "order": 0}, "label": "$pageview",
 * "count": 9, "data": [4, 5], "days": ["2026-01-05", …], "labels": ["5-Jan-2026", …], "breakdown_value": "Safari"}`;
 * displays of one total have no points but `"aggregated_value": 77`, formulas no action, lifecycle a `status`.
 */
const SERIES: Shape = {
	action: objectIfAny,
	aggregated_value: isScalar,
	count: isScalar,
	data: listIfAny,
	days: listIfAny,
	label: isScalar,
	labels: listIfAny,
};

/** What an entry of a result of series becomes, given its place and whether there is a breakdown. */
type Reader = (series: IDataObject, about: IDataObject) => IDataObject[] | undefined;

const readSeries =
	(read: Reader, shapeOf: (series: IDataObject) => Shape = () => SERIES) =>
	(result: unknown): IDataObject[] => {
		const entries = entriesOf(result);
		const brokenDown = isBrokenDown(entries);
		return entries.flatMap((entry, index) => {
			if (isBox(entry)) return [boxRow(entry)];
			if (!fits(entry, SERIES)) return asItIs(entry);
			const rows = read(entry, aboutSeries(entry, index, brokenDown));
			return rows ? withOthers(entry, shapeOf(entry), rows) : asItIs(entry);
		});
	};

/** What is read of a series of trends: its points or a total, and its heat map if that is one. */
function trendsShape({ calendar_heatmap_data: heatmap, data }: IDataObject): Shape {
	const { days, labels, ...total } = SERIES;
	const read = listIn(data).length > 0 ? { ...total, days, labels } : total;
	return isHeatmap(heatmap) ? { ...read, ...HEATMAP } : read;
}

/** Trends and lifecycle: one row for each series and point in time, or one for each series where there is one total. */
export const timeRows = readSeries((series, about) => {
	const { calendar_heatmap_data: heatmap } = series;
	const sums = otherSums(series);
	const rows = pointRows(series, (value, date, label) => ({
		...about,
		date: date ?? null,
		label: label ?? null,
		value: numberOr(value),
		...sums,
	}));
	const total = rows.length === 0 ? totalOf(series) : undefined;
	return known([
		...rows,
		...(total === undefined ? [] : [{ ...about, value: total, ...sums }]),
		...(isHeatmap(heatmap) ? heatmapRows(heatmap, about) : []),
	]);
}, trendsShape);

/** Stickiness: one row for each series and number of active intervals. `days` holds those numbers here. */
export const stickinessRows = readSeries((series, about) => {
	const sums = otherSums(series);
	return known(
		pointRows(series, (value, days, label, point) => ({
			...about,
			active_intervals: days === undefined ? point + 1 : numberOr(days),
			label: label ?? null,
			value: numberOr(value),
			...sums,
		})),
	);
});

const known = (rows: IDataObject[]): IDataObject[] | undefined =>
	rows.length === 0 ? undefined : rows;

type Cell = IDataObject['key'];

/** A row for each point, as many as the longest of the three lists has. */
export function pointRows(
	series: IDataObject,
	row: (value: Cell, day: Cell, label: Cell, point: number) => IDataObject,
): IDataObject[] {
	const [values, days, labels] = [series.data, series.days, series.labels].map(listIn) as Cell[][];
	if (values.length === 0) return [];
	const length = Math.max(values.length, days.length, labels.length);
	return Array.from({ length }, (_, point) =>
		row(values[point], days[point], labels[point], point),
	);
}

function totalOf({ aggregated_value: aggregated, count }: IDataObject): Cell | undefined {
	if (aggregated !== undefined) return numberOr(aggregated);
	return count === undefined ? undefined : numberOr(count);
}

/** Sums that the values do not tell already: mostly none, because `count` is the sum of the points, or 0 beside a total. */
function otherSums({ aggregated_value: total, count, data }: IDataObject): IDataObject {
	const values = listIn(data).map((value) => numberIn(value) ?? 0);
	const hasPoints = values.length > 0;
	const told = hasPoints ? values.reduce((sum, value) => sum + value, 0) : (total ?? count);
	const isTold = [told, 0].includes(numberIn(count) ?? NaN) || count === told;
	return {
		...(hasPoints && isGiven(total) ? { aggregated_value: numberOr(total) } : {}),
		...(isGiven(count) && !isTold ? { count: numberOr(count) } : {}),
	};
}

function aboutSeries(series: IDataObject, index: number, brokenDown: boolean): IDataObject {
	const { math } = isObject(series.action) ? series.action : {};
	return {
		series: seriesName(series),
		series_index: index,
		...(isGiven(math) ? { math } : {}),
		...dimensions(series, brokenDown),
	};
}

/** Name of a series as its author gave it, else as PostHog labels it, with words in place of placeholders. */
function seriesName({ action, label, status }: IDataObject): string {
	const { custom_name: custom, name } = isObject(action) ? action : {};
	if (typeof custom === 'string' && custom !== '') return custom;
	const text = inWords(String(label ?? name ?? ''));
	// Lifecycle labels end with the status, which has a column of its own.
	const ending = ` - ${String(status ?? '')}`;
	return isGiven(status) && text.endsWith(ending) ? text.slice(0, -ending.length) : text;
}
