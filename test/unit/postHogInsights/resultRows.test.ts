import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { resultRows } from '../../../nodes/PostHogInsights/output/rows/resultRows';

const KINDS = [
	'TrendsQuery',
	'LifecycleQuery',
	'StickinessQuery',
	'FunnelsQuery',
	'RetentionQuery',
	'PathsQuery',
	'HogQLQuery',
	'EventsQuery',
	'CalendarHeatmapQuery',
	'WebOverviewQuery',
	'constructor',
];

/** Keys that PostHog's results have, so that arbitrary values meet the row-makers where they read. */
const KEYS = [
	...['data', 'days', 'labels', 'aggregated_value', 'compare_label', 'status', 'breakdown_value'],
	...['calendar_heatmap_data', 'rowAggregations', 'columnAggregations', 'allAggregations', 'row'],
	...['bins', 'average_conversion_time', 'median_conversion_time', 'values', 'date', 'value'],
	...['aggregation_value', 'source', 'target', 'min', 'p25', 'median', 'p75', 'max', 'mean'],
	...['series_index', 'series_label', 'column', 'day', 'events', 'constructor', 'more'],
];

/** Told in other words, or left out on purpose: the guide says so. */
const NAMES = ['label', 'name', 'custom_name', 'action_id', 'order', 'type', 'breakdown', 'count'];

const scalar = fc.oneof(
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constant(null),
	fc.string({ maxLength: 8 }).filter((text) => !/^\d+_/.test(text)),
	fc.integer().map(String),
);

const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4, depthSize: 'small' },
		scalar,
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(fc.constantFrom(...KEYS, ...NAMES), tie('value'), { maxKeys: 7 }),
	),
}));

function scalarsIn(value: unknown, found: unknown[] = []): unknown[] {
	if (Array.isArray(value)) for (const one of value) scalarsIn(one, found);
	else if (typeof value === 'object' && value !== null) {
		for (const [key, one] of Object.entries(value)) {
			if (!NAMES.includes(key)) scalarsIn(one, found);
		}
	} else if (value !== null && value !== undefined && value !== '') found.push(value);
	return found;
}

const isEmpty = (value: unknown): boolean =>
	value === null ||
	value === '' ||
	(typeof value === 'object' && Object.keys(value as object).length === 0);

const insight = (kind: string, result: unknown): IDataObject => ({
	id: 1,
	short_id: 'abcd1234',
	name: 'Any',
	query: { kind: 'InsightVizNode', source: { kind } },
	result: result as IDataObject,
	columns: ['a', 'a', null],
});

describe('rows of any result whatsoever', () => {
	it('are never none when the result holds something, and tell every value in it', () => {
		fc.assert(
			fc.property(fc.constantFrom(...KINDS), anyValue, (kind, result) => {
				const rows = resultRows(insight(kind, result), false);
				expect(rows.length === 0).toBe(isEmpty(result));
				const told = rows.flatMap((row) => leavesOf(row));
				const texts = new Set(told.flatMap((one) => [String(one), ...parts(one)]));
				const missing = scalarsIn(result).filter((one) => !texts.has(String(one)));
				expect(missing).toEqual([]);
			}),
			{ numRuns: 10_000 },
		);
	});
});

/** Breakdown values of several properties stand in one text. */
const parts = (value: unknown): string[] => (typeof value === 'string' ? value.split(', ') : []);

function leavesOf(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [value];
	return Object.values(value).flatMap(leavesOf);
}
