import type { IDataObject } from 'n8n-workflow';

import { fits, isScalar, withOthers, type Shape } from './entry';
import { numberOr } from './values';

const NUMBERS = ['min', 'p25', 'median', 'p75', 'max', 'mean'] as const;

/**
 * One box of a box plot: `{"day": "2026-01-05", "label": "5-Jan-2026", "min": 8, "p25": 35, "median": 62, "p75": 98,
 * "max": 180, "mean": 70.5, "series_index": 0, "series_label": "Revenue"}`; the last two are missing in older answers.
 */
const BOX: Shape = {
	day: isScalar,
	label: isScalar,
	series_index: isScalar,
	series_label: isScalar,
	...Object.fromEntries(NUMBERS.map((name) => [name, isScalar])),
};

export const isBox = (entry: unknown): entry is IDataObject =>
	fits(entry, BOX) && NUMBERS.every((name) => name in entry);

export function boxRow(box: IDataObject): IDataObject {
	const [row] = withOthers(box, BOX, [
		{
			...('series_label' in box ? { series: box.series_label } : {}),
			...('series_index' in box ? { series_index: box.series_index } : {}),
			date: box.day ?? null,
			label: box.label ?? null,
			...Object.fromEntries(NUMBERS.map((name) => [name, numberOr(box[name])])),
		},
	]);
	return row;
}
