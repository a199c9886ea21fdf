import type { IDataObject, Logger } from 'n8n-workflow';
import type * as workflow from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { readResult } from '../../../nodes/PostHogInsights/resources/insightResult';
import type { ApiClient } from '../../../nodes/shared/request/client';
import { locator, openStage, type Stage } from './support';

// Waiting moves the stand-in's clock on instead of taking time.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: jest.fn(),
}));

const trends = {
	kind: 'InsightVizNode',
	source: { kind: 'TrendsQuery', series: [{ kind: 'EventsNode', event: 'paid' }] },
};

const series = (...data: number[]) => [
	{
		action: {
			id: 'paid',
			type: 'events',
			order: 0,
			name: 'paid',
			custom_name: null,
			math: 'total',
		},
		label: 'paid',
		count: 0,
		data,
		days: data.map((_, index) => `2026-01-0${index + 1}`),
		labels: data.map((_, index) => `${index + 1}-Jan-2026`),
	},
];

describe('Get Result', () => {
	let stage: Stage;
	let id: number;

	beforeEach(async () => {
		stage = await openStage({ seed: 'empty', computeMs: 500 });
		({ id } = stage.sandbox.store.insert({ name: 'Paid', query: trends }));
		stage.sandbox.store.setResult(id, { result: series(1, 2) });
		stage.sandbox.clock.freeze('2026-01-10T12:00:00Z');
		jest.mocked(sleep).mockImplementation(async (ms) => stage.sandbox.clock.advance(ms));
	});

	afterEach(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
	});

	const result = async (refresh: string, options: IDataObject = {}, more: object = {}) =>
		await stage.run('insight.getResult', {
			insight: locator(id),
			refresh,
			options: options as never,
			...more,
		});

	const values = ({ items }: { items: Array<{ json: IDataObject }> }) =>
		items.map(({ json }) => json.value);

	it.each(['blocking', 'force_blocking', 'async_except_on_cache_miss'])(
		'computes at once with %s',
		async (refresh) => {
			expect(values(await result(refresh))).toEqual([1, 2]);
			expect(stage.sandbox.requests).toHaveLength(1);
		},
	);

	it.each(['async', 'lazy_async', 'force_async'])(
		'waits for what is computed in the background with %s',
		async (refresh) => {
			expect(values(await result(refresh))).toEqual([1, 2]);
			const modes = stage.sandbox.requests.map(({ query }) => query.refresh);
			expect(modes.slice(-2)).toEqual([refresh, 'force_cache']);
		},
	);

	it.each(['null', 'stale'] as const)(
		'does not take the old result for the new one (force_async answers %s)',
		async (forceAsyncResult) => {
			stage.sandbox.switches.forceAsyncResult = forceAsyncResult;
			await result('blocking');
			stage.sandbox.store.setResult(id, { result: series(8, 9) });
			expect(values(await result('force_async'))).toEqual([8, 9]);
		},
	);

	it('waits although a stale result comes with the first answer', async () => {
		await result('blocking');
		stage.sandbox.clock.advance(3_600_000);
		stage.sandbox.store.setResult(id, { result: series(5) });
		expect(values(await result('async'))).toEqual([5]);
	});

	it('gives no items when nothing is in the cache and nothing is to be computed', async () => {
		const { items, error } = await result('force_cache');
		expect([items, error]).toEqual([[], undefined]);
	});

	it('stops when a result is required and there is none', async () => {
		const { error } = await result('force_cache', { requireResult: true });
		expect(error?.message).toBe('The insight has no result yet');
	});

	it('does not advise the setting that is in use already', async () => {
		const fromCache = await result('force_cache', { requireResult: true });
		expect(fromCache.error?.description).toContain('Set Refresh to "If Not Fresh"');
		stage.sandbox.store.setResult(id, { result: null });
		const computed = await result('blocking', { requireResult: true });
		expect(computed.error?.message).toBe('The insight has no result yet');
		expect(computed.error?.description).not.toContain('Refresh');
		for (const [refresh, advises] of [
			['blocking', true],
			['async', false],
		] as const) {
			stage.sandbox.faults.next({ fault: { kind: 'status', status: 504 }, times: 9 });
			const { error } = await result(refresh);
			stage.sandbox.faults.clear();
			expect(error?.message).toBe('PostHog could not compute this in time');
			expect([refresh, error?.description?.includes('Set Refresh')]).toEqual([refresh, advises]);
		}
	});

	it('says beside the output when PostHog cut the result, once for all items', async () => {
		stage.sandbox.store.setResult(id, { result: series(1, 2), hasMore: true });
		const items = [{ json: {} }, { json: {} }];
		const { runData } = await stage.run(
			'insight.getResult',
			{ insight: locator(id), refresh: 'force_blocking' },
			{ items },
		);
		const hints = Object.values(runData ?? {}).flatMap((runs) =>
			runs.flatMap(({ hints: said }) => said ?? []),
		);
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringContaining('PostHog cut the result of "Paid": there is more'),
		]);
	});

	it('gives the whole insight when it is not to be simplified', async () => {
		const { items } = await result('blocking', {}, { simplify: false });
		expect(items).toHaveLength(1);
		expect(items[0].json).toMatchObject({ id, is_cached: false, result: series(1, 2) });
	});

	it('gives the query ID at once when it is not to wait', async () => {
		const { items } = await result('async', { waits: false }, { simplify: false });
		expect(items[0].json).toMatchObject({
			result: null,
			query_status: { id: expect.stringMatching(/^cache_/), complete: false },
		});
		expect(stage.sandbox.requests).toHaveLength(1);
	});

	it.each(['dropped', 'kept'] as const)(
		'says why a computation in the background ended badly (its status is %s)',
		async (failedStatus) => {
			stage.sandbox.switches.failedStatus = failedStatus;
			stage.sandbox.store.setBroken(id, 'Memory limit exceeded');
			const { error } = await result('async');
			expect(error?.message).toBe('PostHog could not compute the result');
			expect(error?.description).toContain('Memory limit exceeded');
		},
	);

	it('does not give out the old result when the new computation ended badly', async () => {
		await result('blocking');
		stage.sandbox.store.setBroken(id, 'Memory limit exceeded');
		const { error, items } = await result('force_async');
		expect(error?.message).toBe('PostHog could not compute the result');
		expect(items).toEqual([]);
	});

	it('finds out that it ended badly without the scope to ask why', async () => {
		stage.sandbox.store.setBroken(id, 'Memory limit exceeded');
		const credentials = stage.credentials(stage.keyWith('insight:read'));
		const { error } = await stage.run(
			'insight.getResult',
			{ insight: locator(id), refresh: 'async' },
			{ credentials },
		);
		expect(error?.message).toBe('PostHog could not compute the result');
	});

	it('reads what went wrong from an answer that says 200', async () => {
		stage.sandbox.store.setBroken(id, 'ClickHouse is down');
		const { error } = await result('blocking');
		expect(error?.message).toBe('PostHog could not compute the result');
		expect(error?.description).toContain('PostHog said: ClickHouse is down.');
	});

	it("quotes PostHog on a query that is the user's to mend", async () => {
		stage.sandbox.store.setBroken(id, 'Unknown column: nme', true);
		const { error } = await result('blocking');
		expect(error?.message).toBe(
			'PostHog did not accept the values that were sent: query: Unknown column: nme',
		);
	});

	it('asks again while PostHog computes too much', async () => {
		stage.sandbox.world.busyFor = 1;
		expect(values(await result('blocking'))).toEqual([1, 2]);
		expect(stage.sandbox.requests).toHaveLength(2);
	});

	it('cancels the query and says so when the time is over', async () => {
		stage.sandbox.world.computeMs = 3_600_000;
		jest
			.mocked(sleep)
			.mockImplementation(jest.requireActual<typeof workflow>('n8n-workflow').sleep);
		const { error } = await result('async', { timeLimit: 1 });
		expect(error?.message).toBe('PostHog did not finish within 1 seconds');
		const last = stage.sandbox.requests.at(-1);
		expect([last?.method, last?.status]).toEqual(['DELETE', 204]);
		expect(stage.sandbox.store.get(id)?.running).toBeUndefined();
	});

	it('asks only once for a result that is not computed within the time limit', async () => {
		stage.sandbox.faults.next({ fault: { kind: 'slow', milliseconds: 5_000 } });
		const { error } = await result('blocking', { timeLimit: 0.2 });
		expect(error?.message).toMatch(/^127\.0\.0\.1:\d+ did not answer in time$/);
		expect(stage.sandbox.requests).toHaveLength(1);
	});

	it('tells in the log that it is waiting', async () => {
		const { clock, store } = stage.sandbox;
		const lines: string[] = [];
		const insight = store.get(id);
		const answers = [
			{ last_refresh: null, query_status: { id: 'q1', complete: false, error: false } },
			{ last_refresh: null, query_status: { id: 'q1', complete: false, error: false } },
			{ last_refresh: new Date(clock.now()).toISOString(), query_status: null },
		];
		const client = {
			send: async () => ({ status: 200, headers: {}, body: answers.shift() }),
			wait: async () => {},
		};
		await readResult(
			client as unknown as ApiClient,
			{ project: '1', insight: String(insight?.id) },
			{
				refresh: 'async',
				waits: true,
				limitMs: 60_000,
				logger: { info: (line: string) => void lines.push(line) } as unknown as Logger,
			},
		);
		expect(lines).toEqual([
			expect.stringMatching(/^Waiting for PostHog to compute insight \d+: \d+ s$/),
			expect.stringMatching(/^Waiting for PostHog to compute insight \d+: \d+ s$/),
		]);
	});

	it('sends overrides and the dashboard', async () => {
		await result('blocking', {
			filtersOverride: '{"date_from": "-30d"}',
			variablesOverride: '{}',
			fromDashboard: '3',
		});
		expect(stage.sandbox.requests[0].query).toEqual({
			filters_override: '{"date_from":"-30d"}',
			from_dashboard: '3',
			refresh: 'blocking',
		});
	});

	it.each([
		[{ filtersOverride: 'not json' }, 'Filters Override is not a JSON object'],
		[{ fromDashboard: 'x' }, '"x" is not the ID of a dashboard'],
		[{ timeLimit: -1 }, 'The time limit "-1" is not a number of seconds'],
	])('refuses %j before anything is computed', async (options, message) => {
		const { error } = await result('force_cache', options as IDataObject);
		expect(error?.message).toBe(message);
		expect(stage.sandbox.requests).toEqual([]);
	});

	it('gives the same through both doors', async () => {
		const parameters = { insight: locator(id), refresh: 'blocking' };
		const one = await stage.run('insight.getResult', parameters);
		const other = await stage.run('insight.getResult', parameters, { door: 'routing' });
		expect(other.items).toEqual(one.items);
		expect(one.items[0].pairedItem).toEqual({ item: 0 });
	});
});
