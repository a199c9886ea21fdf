import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/request/rows';
import { dimensions, listIn, numberOr, objectsIn, share } from './values';

/** Retention: one row for each cohort and interval after it. Later cohorts have fewer intervals. */
export function retentionRows(result: unknown): IDataObject[] {
	return objectsIn(result).flatMap((cohort) => {
		const counts = listIn(cohort.values).map((value) => (isObject(value) ? value.count : value));
		return counts.map((count, interval) => ({
			cohort: String(cohort.label ?? ''),
			cohort_date: (cohort.date as string) ?? null,
			...dimensions(cohort),
			interval,
			count: numberOr(count),
			retention_rate: share(count, counts[0]),
		}));
	});
}
