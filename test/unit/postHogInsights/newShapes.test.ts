import type { IDataObject } from 'n8n-workflow';

import { kindOf } from '../../../nodes/PostHogInsights/fields/queryKinds';
import { resultRows } from '../../../nodes/PostHogInsights/output/rows/resultRows';

/** Rows of an insight of a kind; `more` are other keys of the insight. */
const rowsOf = (kind: string, result: unknown, more: object = {}): IDataObject[] =>
	resultRows(
		{ query: { kind: 'InsightVizNode', source: { kind } }, result, ...more } as IDataObject,
		false,
	);

const action = (name: string, order: number, math: string | null, customName?: string) => ({
	id: name,
	type: 'events',
	order,
	name,
	custom_name: customName ?? null,
	math,
});

const box = { day: '2026-03-05', label: '5-Mar-2026', min: 12.5, p25: 45, median: 78.3 };
const boxEnd = { p75: 120, max: 210, mean: 85.2 };
const boxed = { date: '2026-03-05', label: '5-Mar-2026', min: 12.5, p25: 45, median: 78.3 };

describe('results in shapes that PostHog has added', () => {
	it('box plots have a row for each box, within the result or beside it', () => {
		const withSeries = { ...box, ...boxEnd, series_index: 1, series_label: 'Revenue' };
		expect(rowsOf('TrendsQuery', [withSeries])).toEqual([
			{ series: 'Revenue', series_index: 1, ...boxed, ...boxEnd },
		]);
		expect(rowsOf('TrendsQuery', [], { boxplot_data: [{ ...box, ...boxEnd }] })).toEqual([
			{ ...boxed, ...boxEnd },
		]);
	});

	const heatmap = {
		data: [{ row: 0, column: 13, value: 5 }],
		rowAggregations: [{ row: 0, value: 9 }],
		columnAggregations: [{ column: 13, value: 7 }],
		allAggregations: 42,
	};
	const cells = [
		{ part: 'cell', row: 0, column: 13, value: 5 },
		{ part: 'row', row: 0, column: null, value: 9 },
		{ part: 'column', row: null, column: 13, value: 7 },
		{ part: 'total', row: null, column: null, value: 42 },
	];

	it('calendar heat maps have a row for each cell and each sum', () => {
		const series = {
			...{ action: action('$pageview', 0, 'dau'), label: '$pageview', data: [] },
			...{ aggregated_value: 42, calendar_heatmap_data: heatmap },
		};
		const about = { series: '$pageview', series_index: 0, math: 'dau' };
		expect(rowsOf('TrendsQuery', [series])).toEqual([
			{ ...about, value: 42 },
			...cells.map((cell) => ({ ...about, ...cell })),
		]);
		expect(rowsOf('CalendarHeatmapQuery', heatmap)).toEqual(cells);
	});

	it('retention of a property keeps its sums or averages', () => {
		const values = [
			{ count: 20, label: 'Day 0', aggregation_value: 350.5 },
			{ count: 5, label: 'Day 1', aggregation_value: '80' },
		];
		const cohort = { label: 'Day 0', date: '2026-01-05T00:00:00Z', values, breakdown_value: 'EU' };
		const about = {
			...{ cohort: 'Day 0', cohort_date: '2026-01-05T00:00:00Z', breakdown_value: 'EU' },
		};
		expect(rowsOf('RetentionQuery', [cohort])).toEqual([
			{
				...{ ...about, interval: 0, interval_label: 'Day 0', count: 20, retention_rate: 1 },
				aggregation_value: 350.5,
			},
			{
				...{ ...about, interval: 1, interval_label: 'Day 1', count: 5, retention_rate: 0.25 },
				aggregation_value: 80,
			},
		]);
	});

	it('queries that give a text, an object or a list of objects give them out', () => {
		expect(rowsOf('HogQuery', 'done')).toEqual([{ value: 'done' }]);
		expect(rowsOf('HogQLQuery', { total: 3 })).toEqual([{ total: 3 }]);
		expect(rowsOf('HogQLQuery', [{ total: 3 }, { total: 4 }])).toEqual([
			{ total: 3 },
			{ total: 4 },
		]);
		expect(rowsOf('FunnelsQuery', { events: [{ odds_ratio: 3 }], skewed: true })).toEqual([
			{ events: [{ odds_ratio: 3 }], skewed: true },
		]);
	});

	it('numbers that are sent as text are numbers, unless a number would not hold them', () => {
		const data = ['4', '2.50', '9007199254740993', '007', 'many', null];
		const rows = rowsOf('TrendsQuery', [{ label: 'paid', data, days: [], labels: [] }]);
		expect(rows.map(({ value }) => value)).toEqual([
			4,
			2.5,
			'9007199254740993',
			'007',
			'many',
			null,
		]);
		const steps = ['10', '4'].map((count, order) => ({ name: `step ${order}`, order, count }));
		expect(rowsOf('FunnelsQuery', steps).map((row) => row.conversion_rate_from_start)).toEqual([
			1, 0.4,
		]);
	});

	it('ways and steps keep the keys that no row-maker reads', () => {
		const way = { source: '1_/a', target: '2_/b', value: 3, average_conversion_time: 10 };
		expect(rowsOf('PathsQuery', [{ ...way, dropped: 4 }])).toEqual([
			{
				...{ source_step: 1, source_name: '/a', target_step: 2, target_name: '/b' },
				...{ value: 3, average_conversion_time_ms: 10, dropped: 4 },
			},
		]);
		const [step] = rowsOf('FunnelsQuery', [
			{ name: 'visit', order: 0, count: 3, people: [], optional: true },
		]);
		expect(step).toMatchObject({ step: 1, step_name: 'visit', count: 3, optional: true });
		expect(step).not.toHaveProperty('people');
	});

	it('a list beside the points of a long series stands in its first row only', () => {
		const rows = rowsOf('TrendsQuery', [
			{ label: 'paid', data: [1, 2], notes: ['x'], unit: 'EUR', days: ['a', 'b'] },
		]);
		expect(rows.map(({ notes, unit }) => [notes, unit])).toEqual([
			[['x'], 'EUR'],
			[undefined, 'EUR'],
		]);
	});
});

describe('series of the same event', () => {
	it('are told apart by their maths', () => {
		const series = ['total', 'dau'].map((math, order) => ({
			...{ action: action('$pageview', order, math), label: '$pageview' },
			...{ data: [order + 1], days: ['2026-01-05'], labels: ['5-Jan-2026'] },
		}));
		expect(
			rowsOf('TrendsQuery', series).map(({ series: name, series_index, math, value }) => [
				name,
				series_index,
				math,
				value,
			]),
		).toEqual([
			['$pageview', 0, 'total', 1],
			['$pageview', 1, 'dau', 2],
		]);
	});
});

describe("PostHog's placeholders", () => {
	const named = (label: string, breakdown?: unknown) => ({
		...{ label, data: [], aggregated_value: 1 },
		...(breakdown === undefined ? {} : { breakdown_value: breakdown }),
	});

	it.each([
		['sign_up - $$_posthog_breakdown_null_$$', null, 'sign_up - (none)', '(none)'],
		['$$_posthog_breakdown_other_$$::Mac', ['$$_posthog_breakdown_other_$$', 'Mac']],
		['9007199254740991', 9007199254740991, 'Other', 'Other'],
		['9007199254740990', '9007199254740990', '(none)', '(none)'],
		['a', [null, 'Mac'], 'a', '(none), Mac'],
	])('are words in %s', (label, breakdown, series = 'Other::Mac', value = 'Other, Mac') => {
		const rows = rowsOf('TrendsQuery', [named('other', 'EU'), named(label, breakdown)]);
		expect(rows[1]).toMatchObject({ series, breakdown_value: value });
	});

	it('leave series alone that have no breakdown', () => {
		expect(rowsOf('TrendsQuery', [named('paid', null)])).toEqual([
			{ series: 'paid', series_index: 0, value: 1 },
		]);
	});
});

describe('an insight from before there were queries', () => {
	it.each([
		['TRENDS', 'TrendsQuery'],
		['FUNNELS', 'FunnelsQuery'],
		['RETENTION', 'RetentionQuery'],
		['PATHS', 'PathsQuery'],
		['STICKINESS', 'StickinessQuery'],
		['LIFECYCLE', 'LifecycleQuery'],
		['SOMETHING', null],
	])('with filters for %s is a %s', (word, kind) => {
		expect(kindOf({ query: null, filters: { insight: word, events: [] } })).toBe(kind);
	});

	it('without the word shows trends, without any filters nothing', () => {
		expect(kindOf({ query: null, filters: { events: [{ id: 'paid' }] } })).toBe('TrendsQuery');
		expect(kindOf({ query: null, filters: {} })).toBeNull();
	});

	it('counts intervals in stickiness and steps in funnels', () => {
		const old = (insight: string, result: unknown) =>
			resultRows({ query: null, filters: { insight }, result } as IDataObject, false);
		expect(
			old('STICKINESS', [{ label: 'paid', data: [8], days: [1], labels: ['1 day'], count: 8 }]),
		).toEqual([{ series: 'paid', series_index: 0, active_intervals: 1, label: '1 day', value: 8 }]);
		expect(old('FUNNELS', [[{ name: 'visit', order: 0, count: 2 }]])[0].step_name).toBe('visit');
	});
});
