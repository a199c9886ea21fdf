import type { IDataObject } from 'n8n-workflow';

import {
	asItIs,
	dimensions,
	entriesOf,
	fits,
	isBrokenDown,
	isList,
	isScalar,
	withOthers,
	type Shape,
} from './entry';
import { listIn, numberOr, share } from './values';

/**
 * A cohort: `{"label": "Day 0", "date": "2026-01-05T00:00:00Z", "values": [{"count": 20, "label": "Day 0"}, {"count": 5}]}`.
 * Later cohorts have fewer intervals. Retention of a property has `aggregation_value` beside each count.
 */
const COHORT: Shape = { date: isScalar, label: isScalar, values: isList };

const INTERVAL: Shape = { aggregation_value: isScalar, count: isScalar, label: isScalar };

/** Retention: one row for each cohort and interval after it. */
export function retentionRows(result: unknown): IDataObject[] {
	const entries = entriesOf(result);
	const brokenDown = isBrokenDown(entries);
	return entries.flatMap((cohort) => {
		if (!fits(cohort, COHORT)) return asItIs(cohort);
		const rows = cohortRows(cohort, brokenDown);
		return rows.length > 0 ? withOthers(cohort, COHORT, rows) : asItIs(cohort);
	});
}

function cohortRows(cohort: IDataObject, brokenDown: boolean): IDataObject[] {
	const values = listIn(cohort.values).map(countOf);
	return values.flatMap((value, interval) => {
		const row = {
			cohort: String(cohort.label ?? ''),
			cohort_date: cohort.date ?? null,
			...dimensions(cohort, brokenDown),
			interval,
		};
		if (!fits(value, INTERVAL)) return [{ ...row, value: value as IDataObject['key'] }];
		return withOthers(value, INTERVAL, [
			{
				...row,
				...('label' in value ? { interval_label: value.label } : {}),
				count: numberOr(value.count),
				retention_rate: share(value.count, (values[0] as IDataObject | null)?.count),
				...('aggregation_value' in value
					? { aggregation_value: numberOr(value.aggregation_value) }
					: {}),
			},
		]);
	});
}

/** Some answers have the bare counts. */
const countOf = (value: unknown): unknown =>
	typeof value === 'number' || value === null ? { count: value } : value;
