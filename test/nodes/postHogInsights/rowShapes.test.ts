import type { IDataObject } from 'n8n-workflow';

import { locator, openStage, type Stage } from './support';

const viz = (kind: string, more: object = {}) => ({
	kind: 'InsightVizNode',
	source: { kind, ...more },
});

const event = (name: string, customName: string | null = null, order = 0) => ({
	id: name,
	type: 'events',
	order,
	name,
	custom_name: customName,
	math: 'total',
});

describe("an insight's result as rows", () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage({ seed: 'empty' });
	});

	afterAll(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
	});

	/** Rows of a new insight with this query and outcome, without the columns about the insight. */
	async function rowsOf(
		query: object | null,
		outcome: { result: unknown; columns?: unknown; types?: unknown },
	): Promise<IDataObject[]> {
		const { id } = stage.sandbox.store.insert({ name: 'Shape', query: query as never });
		stage.sandbox.store.setResult(id, outcome as never);
		return await stage.rows('insight.getResult', {
			insight: locator(id),
			options: { aboutInsight: false },
		});
	}

	it('has a row for each series and day of trends, under the name that its author gave', async () => {
		const days = ['2026-01-05', '2026-01-06'];
		const labels = ['5-Jan-2026', '6-Jan-2026'];
		const result = [
			{
				action: event('$pageview', 'Visits'),
				label: '$pageview - Safari',
				count: 9,
				data: [4, 5],
				days,
				labels,
				breakdown_value: 'Safari',
				persons_urls: [{ url: '/api/person/?x' }],
			},
			{
				action: event('$pageview'),
				label: '$pageview',
				count: 2.5,
				data: [null, 2.5],
				days,
				labels,
				breakdown_value: '$$_posthog_breakdown_null_$$',
				compare: true,
				compare_label: 'previous',
			},
		];
		expect(await rowsOf(viz('TrendsQuery'), { result })).toEqual([
			{
				series: 'Visits',
				series_index: 0,
				math: 'total',
				breakdown_value: 'Safari',
				date: '2026-01-05',
				label: '5-Jan-2026',
				value: 4,
			},
			{
				series: 'Visits',
				series_index: 0,
				math: 'total',
				breakdown_value: 'Safari',
				date: '2026-01-06',
				label: '6-Jan-2026',
				value: 5,
			},
			{
				series: '$pageview',
				series_index: 1,
				math: 'total',
				breakdown_value: '(none)',
				compare_label: 'previous',
				date: '2026-01-05',
				label: '5-Jan-2026',
				value: null,
			},
			{
				series: '$pageview',
				series_index: 1,
				math: 'total',
				breakdown_value: '(none)',
				compare_label: 'previous',
				date: '2026-01-06',
				label: '6-Jan-2026',
				value: 2.5,
			},
		]);
	});

	it('has one row for each series of trends that show a total', async () => {
		const result = [
			{ action: event('paid'), label: 'paid', count: 0, data: [], days: [], aggregated_value: 77 },
			{ action: null, label: 'Formula (A/B)', count: 3, data: [], days: [] },
		];
		expect(await rowsOf(viz('TrendsQuery'), { result })).toEqual([
			{ series: 'paid', series_index: 0, math: 'total', value: 77 },
			{ series: 'Formula (A/B)', series_index: 1, value: 3 },
		]);
	});

	it('keeps the status of lifecycle in a column of its own', async () => {
		const result = [
			{
				action: event('$pageview'),
				label: '$pageview - dormant',
				status: 'dormant',
				count: -3,
				data: [-3],
				days: ['2026-01-05'],
				labels: ['5-Jan-2026'],
			},
		];
		expect(await rowsOf(viz('LifecycleQuery'), { result })).toEqual([
			{
				series: '$pageview',
				series_index: 0,
				math: 'total',
				status: 'dormant',
				date: '2026-01-05',
				label: '5-Jan-2026',
				value: -3,
			},
		]);
	});

	it('counts active intervals in stickiness', async () => {
		const result = [
			{
				action: event('$pageview'),
				label: '$pageview',
				count: 12,
				data: [8, 4],
				days: [1, 2],
				labels: ['1 day', '2 days'],
			},
		];
		const stuck = { series: '$pageview', series_index: 0, math: 'total' };
		expect(await rowsOf(viz('StickinessQuery'), { result })).toEqual([
			{ ...stuck, active_intervals: 1, label: '1 day', value: 8 },
			{ ...stuck, active_intervals: 2, label: '2 days', value: 4 },
		]);
	});

	const step = (name: string, order: number, count: number, more: object = {}) => ({
		action_id: name,
		name,
		custom_name: null,
		order,
		people: [],
		count,
		type: 'events',
		average_conversion_time: order === 0 ? null : 61.5,
		median_conversion_time: order === 0 ? null : 40,
		converted_people_url: '/api/person/funnel/',
		dropped_people_url: null,
		...more,
	});

	it('computes conversion rates between the steps of a funnel', async () => {
		const result = [step('visit', 0, 200), step('cart', 1, 50), step('paid', 2, 25)];
		const rows = await rowsOf(viz('FunnelsQuery'), { result });
		expect(rows[2]).toEqual({
			step: 3,
			step_name: 'paid',
			count: 25,
			conversion_rate_from_start: 0.125,
			conversion_rate_from_previous: 0.5,
			average_conversion_time: 61.5,
			median_conversion_time: 40,
		});
		expect(rows.map((row) => row.conversion_rate_from_start)).toEqual([1, 0.25, 0.125]);
	});

	it('computes them within each breakdown value, and gives none where nobody started', async () => {
		const of = (value: string) => ({ breakdown: [value], breakdown_value: [value] });
		const result = [
			[step('visit', 0, 10, of('Chrome')), step('paid', 1, 1, of('Chrome'))],
			[step('visit', 0, 0, of('Opera')), step('paid', 1, 0, of('Opera'))],
		];
		const rows = await rowsOf(viz('FunnelsQuery'), { result });
		expect(
			rows.map((row) => [row.breakdown_value, row.step_name, row.conversion_rate_from_start]),
		).toEqual([
			['Chrome', 'visit', 1],
			['Chrome', 'paid', 0.1],
			['Opera', 'visit', null],
			['Opera', 'paid', null],
		]);
	});

	it('computes them within each of two compared periods', async () => {
		const result = [
			step('visit', 0, 10, { compare_label: 'current' }),
			step('paid', 1, 5, { compare_label: 'current' }),
			step('visit', 0, 100, { compare_label: 'previous' }),
			step('paid', 1, 20, { compare_label: 'previous' }),
		];
		const rows = await rowsOf(viz('FunnelsQuery'), { result });
		expect(
			rows.map((row) => [row.compare_label, row.step, row.conversion_rate_from_start]),
		).toEqual([
			['current', 1, 1],
			['current', 2, 0.5],
			['previous', 1, 1],
			['previous', 2, 0.2],
		]);
	});

	it('has a row for each bin of the time to convert', async () => {
		const result = {
			bins: [
				[0, 4],
				[60, null],
			],
			average_conversion_time: 33.3,
		};
		expect(await rowsOf(viz('FunnelsQuery'), { result })).toEqual([
			{ bin_from_seconds: 0, bin_to_seconds: 60, count: 4, average_conversion_time: 33.3 },
			{ bin_from_seconds: 60, bin_to_seconds: null, count: null, average_conversion_time: 33.3 },
		]);
		const compared = [
			{ ...result, compare_label: 'current' },
			{ ...result, compare_label: 'previous' },
		];
		const rows = await rowsOf(viz('FunnelsQuery'), { result: compared });
		expect(rows.map((row) => row.compare_label)).toEqual([
			'current',
			'current',
			'previous',
			'previous',
		]);
	});

	it('has a row for each day of a funnel over time', async () => {
		const result = [
			{
				count: 5,
				data: [12.5],
				days: ['2026-01-05'],
				labels: ['5-Jan-2026'],
				breakdown_value: 'EU',
			},
		];
		expect(await rowsOf(viz('FunnelsQuery'), { result })).toEqual([
			{
				breakdown_value: 'EU',
				date: '2026-01-05',
				label: '5-Jan-2026',
				conversion_percentage: 12.5,
				count: 5,
			},
		]);
	});

	it('has a row for each cohort and interval of retention', async () => {
		const result = [
			{ label: 'Day 0', date: '2026-01-05T00:00:00Z', values: [{ count: 20 }, { count: 5 }] },
			{ label: 'Day 1', date: '2026-01-06T00:00:00Z', values: [{ count: 0 }] },
		];
		expect(await rowsOf(viz('RetentionQuery'), { result })).toEqual([
			{
				cohort: 'Day 0',
				cohort_date: '2026-01-05T00:00:00Z',
				interval: 0,
				count: 20,
				retention_rate: 1,
			},
			{
				cohort: 'Day 0',
				cohort_date: '2026-01-05T00:00:00Z',
				interval: 1,
				count: 5,
				retention_rate: 0.25,
			},
			{
				cohort: 'Day 1',
				cohort_date: '2026-01-06T00:00:00Z',
				interval: 0,
				count: 0,
				retention_rate: null,
			},
		]);
	});

	it('takes step and place of paths apart', async () => {
		const result = [
			{ source: '1_/home', target: '2_/price_list', value: 31, average_conversion_time: 1500.25 },
		];
		expect(await rowsOf(viz('PathsQuery'), { result })).toEqual([
			{
				source_step: 1,
				source_name: '/home',
				target_step: 2,
				target_name: '/price_list',
				value: 31,
				average_conversion_time_ms: 1500.25,
			},
		]);
	});

	it('gives the columns of SQL as keys, and names those of the same name apart', async () => {
		const query = {
			kind: 'DataVisualizationNode',
			source: { kind: 'HogQLQuery', query: 'select' },
		};
		const result = [
			['a', 1, 2],
			['b', null, 3],
		];
		expect(await rowsOf(query, { result, columns: ['event', 'n', 'n'] })).toEqual([
			{ event: 'a', n: 1, n_2: 2 },
			{ event: 'b', n: null, n_2: 3 },
		]);
		expect(await rowsOf(query, { result: [['a', 1]], columns: null })).toEqual([
			{ col_1: 'a', col_2: 1 },
		]);
	});

	it('gives whole events in a table of events', async () => {
		const query = { kind: 'DataTableNode', source: { kind: 'EventsQuery', select: ['*'] } };
		const result = [[{ uuid: 'u1', event: 'paid' }, '2026-01-05T10:00:00Z']];
		expect(await rowsOf(query, { result, columns: ['*', 'timestamp'] })).toEqual([
			{ '*': { uuid: 'u1', event: 'paid' }, timestamp: '2026-01-05T10:00:00Z' },
		]);
	});

	it('reads a bare query of an older insight like a wrapped one', async () => {
		const query = { kind: 'HogQLQuery', query: 'select 1' };
		expect(await rowsOf(query, { result: [[1]], columns: ['one'] })).toEqual([{ one: 1 }]);
	});

	it('keeps what it does not know as it is', async () => {
		expect(await rowsOf(viz('CalendarHeatmapQuery'), { result: { hours: [1, 2] } })).toEqual([
			{ result: { hours: [1, 2] } },
		]);
		expect(await rowsOf(viz('CalendarHeatmapQuery'), { result: [{ hour: 1, n: 2 }] })).toEqual([
			{ hour: 1, n: 2 },
		]);
	});

	it('tells which insight a row belongs to, and lets a column of the same name win', async () => {
		const { id, short_id } = stage.sandbox.store.insert({
			name: 'With columns',
			query: { kind: 'DataVisualizationNode', source: { kind: 'HogQLQuery', query: 'x' } },
		});
		stage.sandbox.store.setResult(id, { result: [['mine', 1]], columns: ['insight_name', 'n'] });
		const [row] = await stage.rows('insight.getResult', { insight: locator(id) });
		expect(row).toEqual({
			insight_name: 'mine',
			n: 1,
			insight_id: id,
			short_id,
			last_refresh: expect.stringMatching(/^\d{4}-.*Z$/),
		});
	});

	it('holds 60,000 rows', async () => {
		const query = { kind: 'DataVisualizationNode', source: { kind: 'HogQLQuery', query: 'x' } };
		const result = Array.from({ length: 60_000 }, (_, index) => [index]);
		expect(await rowsOf(query, { result, columns: ['n'] })).toHaveLength(60_000);
	});
});
