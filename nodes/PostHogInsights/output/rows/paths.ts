import type { IDataObject } from 'n8n-workflow';

import { asItIs, entriesOf, fits, isScalar, withOthers, type Shape } from './entry';
import { numberOr } from './values';

/**
 * A way: `{"source": "1_/home", "target": "2_/pricing", "value": 31, "average_conversion_time": 1500.25}`; times are
 * milliseconds.
 */
const WAY: Shape = {
	average_conversion_time: isScalar,
	source: isScalar,
	target: isScalar,
	value: isScalar,
};

/** Places are written with their step in front: `2_https://example.com/pricing`. */
const PLACE = /^(\d{1,9})_(.*)$/s;

/** Paths: one row for each way from one place to the next. */
export const pathRows = (result: unknown): IDataObject[] =>
	entriesOf(result).flatMap((way) => {
		if (!fits(way, WAY) || !('source' in way || 'target' in way)) return asItIs(way);
		return withOthers(way, WAY, [
			{
				...place('source', way.source),
				...place('target', way.target),
				value: numberOr(way.value),
				average_conversion_time_ms: numberOr(way.average_conversion_time),
			},
		]);
	});

function place(end: 'source' | 'target', value: unknown): IDataObject {
	const text = String(value ?? '');
	const match = PLACE.exec(text);
	return {
		[`${end}_step`]: match ? Number(match[1]) : null,
		[`${end}_name`]: match ? match[2] : text,
	};
}
