import type { IDataObject } from 'n8n-workflow';

import { dimensions, listIn, numberOr, objectsIn, seriesName } from './values';

/**
 * Trends and lifecycle: one row for each series and point in time. Displays of one total (number, pie, table, map) have
 * no points: one row for each series.
 */
export function timeRows(result: unknown): IDataObject[] {
	return objectsIn(result).flatMap((series, index) => {
		const points = listIn(series.data);
		const isTotal =
			points.length === 0 && (series.aggregated_value !== undefined || series.count !== undefined);
		return isTotal ? [totalRow(series, index)] : pointRows(series, index, points);
	});
}

const about = (series: IDataObject, index: number): IDataObject => ({
	series: seriesName(series),
	series_index: index,
	...dimensions(series),
});

const totalRow = (series: IDataObject, index: number): IDataObject => ({
	...about(series, index),
	value: numberOr(series.aggregated_value ?? series.count),
});

function pointRows(series: IDataObject, index: number, points: unknown[]): IDataObject[] {
	const [days, labels] = [listIn(series.days), listIn(series.labels)];
	return points.map((value, point) => ({
		...about(series, index),
		date: (days[point] as string) ?? null,
		label: (labels[point] as string) ?? null,
		value: numberOr(value),
	}));
}

/** Stickiness: one row for each series and number of active intervals. `days` holds those numbers here. */
export function stickinessRows(result: unknown): IDataObject[] {
	return objectsIn(result).flatMap((series, index) => {
		const [days, labels] = [listIn(series.days), listIn(series.labels)];
		return listIn(series.data).map((value, point) => ({
			...about(series, index),
			active_intervals: numberOr(days[point]) ?? point + 1,
			label: (labels[point] as string) ?? null,
			value: numberOr(value),
		}));
	});
}
