import type { IDataObject } from 'n8n-workflow';

import { numberOr, objectsIn } from './values';

/** Places are written with their step in front: `2_https://example.com/pricing`. */
const PLACE = /^(\d+)_(.*)$/s;

/** Paths: one row for each way from one place to the next. Times are milliseconds. */
export function pathRows(result: unknown): IDataObject[] {
	return objectsIn(result).map(
		({ source, target, value, average_conversion_time: milliseconds }) => ({
			...place('source', source),
			...place('target', target),
			value: numberOr(value),
			average_conversion_time_ms: numberOr(milliseconds),
		}),
	);
}

function place(end: 'source' | 'target', value: unknown): IDataObject {
	const text = String(value ?? '');
	const match = PLACE.exec(text);
	return {
		[`${end}_step`]: match ? Number(match[1]) : null,
		[`${end}_name`]: match ? match[2] : text,
	};
}
