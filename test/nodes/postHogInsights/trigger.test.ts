import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PostHogInsightsTrigger } from '../../../nodes/PostHogInsights/PostHogInsightsTrigger.node';
import { pollEngines, PollSimulator, type PollEngine } from '../../support/pollSimulator';
import { locator, openStage, type Stage } from './support';

const MINUTE = 60_000;
const sql = {
	kind: 'DataVisualizationNode',
	source: { kind: 'HogQLQuery', query: 'select count() from events' },
};

describe('the PostHog Insights trigger', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage({ clock: '2026-03-01T12:00:00Z' });
	});

	afterEach(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
	});

	const simulate = async (engine: PollEngine, parameters: INodeParameters) =>
		await PollSimulator.create({
			engine,
			nodeType: new PostHogInsightsTrigger(),
			parameters: { project: locator(1), ...parameters },
			credentials: stage.credentials(),
		});

	/** A minute passes and the polling time comes. */
	const tick = async (simulator: PollSimulator) => {
		stage.sandbox.clock.advance(MINUTE);
		await simulator.tick();
	};

	const insertTable = (value: unknown) => {
		const { id } = stage.sandbox.store.insert({ name: 'Table', query: sql });
		setTable(id, value);
		return id;
	};

	const setTable = (id: number, value: unknown) => {
		stage.sandbox.store.setResult(id, { result: [[value]] as never, columns: ['n'] });
	};

	describe.each(pollEngines)('with the engine %s', (engine) => {
		it('reports insights that were moved to the trash, and those that came back', async () => {
			const { store } = stage.sandbox;
			const one = store.insert({ name: 'One' });
			const log = (activity: string) => store.log(one, activity, null, null);
			const trash = await simulate(engine, { event: 'insightDeleted' });
			await trash.activate();
			log('updated');
			log('deleted');
			await tick(trash);
			await tick(trash);
			expect(trash.items.map(({ activity }) => activity)).toEqual(['deleted']);
			const restored = await simulate(engine, { event: 'insightRestored' });
			await restored.activate();
			await tick(restored);
			log('restored');
			await tick(restored);
			await tick(restored);
			expect(restored.items.map(({ activity }) => activity)).toEqual(['restored']);
		});

		it('reports each new insight once', async () => {
			const simulator = await simulate(engine, { event: 'insightCreated' });
			await simulator.activate();
			await tick(simulator);
			const created = stage.sandbox.store.insert({ name: 'One' });
			await tick(simulator);
			await tick(simulator);
			await simulator.restart();
			stage.sandbox.store.insert({ name: 'Two' });
			await tick(simulator);
			await tick(simulator);
			expect(simulator.items.map(({ name }) => name)).toEqual(['One', 'Two']);
			expect(simulator.items[0]).toMatchObject({
				id: created.id,
				short_id: created.short_id,
				url: `${stage.url}/project/1/insights/${created.short_id}`,
				created_by: 'ada@acme.example',
			});
			expect(simulator.errors).toEqual([]);
		});

		it('reports changes of the query alone, and no creations', async () => {
			const { store } = stage.sandbox;
			const [first] = store.all(1);
			const simulator = await simulate(engine, { event: 'insightUpdated' });
			await simulator.activate();
			await tick(simulator);
			store.insert({ name: 'Brand new' });
			await tick(simulator);
			await stage.rows('insight.update', {
				insight: locator(first.id),
				updateFields: { query: JSON.stringify(sql) },
			});
			expect(store.get(first.id)?.last_modified_at).toBe(first.created_at);
			await tick(simulator);
			await tick(simulator);
			expect(simulator.items.map(({ name }) => name)).toEqual([first.name]);
			expect(simulator.items[0].kind).toBe('HogQLQuery');
		});

		it('reports activity with before and after', async () => {
			const { store } = stage.sandbox;
			const insight = locator(store.all(1)[0].id);
			await stage.rows('insight.update', { insight, updateFields: { name: 'Before arming' } });
			const simulator = await simulate(engine, { event: 'activity' });
			await simulator.activate();
			await tick(simulator);
			await stage.rows('insight.update', { insight, updateFields: { name: 'After' } });
			await stage.rows('insight.delete', { insight });
			await tick(simulator);
			await tick(simulator);
			expect(simulator.items.map(({ activity, changes }) => [activity, changes])).toEqual([
				[
					'updated',
					[{ field: 'name', action: 'changed', before: 'Before arming', after: 'After' }],
				],
				['deleted', [{ field: 'deleted', action: 'changed', before: false, after: true }]],
			]);
		});

		it('reports a result only when its numbers change', async () => {
			const id = insertTable(1);
			const simulator = await simulate(engine, { event: 'resultChanged', insight: locator(id) });
			await simulator.activate();
			await tick(simulator);
			setTable(id, 2);
			await tick(simulator);
			await tick(simulator);
			await simulator.restart();
			await tick(simulator);
			setTable(id, 1);
			await tick(simulator);
			expect(simulator.items.map(({ rows }) => rows)).toEqual([[{ n: 2 }], [{ n: 1 }]]);
			expect(simulator.items[0]).toMatchObject({ insight_id: id, insight_name: 'Table' });
		});

		it('reports a threshold when it is crossed, and again only after the way back', async () => {
			const id = insertTable(5);
			const simulator = await simulate(engine, {
				event: 'thresholdCrossed',
				insight: locator(id),
				comparison: 'above',
				threshold: 10,
			});
			await simulator.activate();
			for (const value of [9, 11, 12, 8, 15, 10]) {
				setTable(id, value);
				await tick(simulator);
			}
			expect(simulator.items.map(({ value }) => value)).toEqual([11, 15]);
			expect(simulator.items[0]).toMatchObject({
				insight_id: id,
				series: '',
				threshold: 10,
				comparison: 'above',
				measure: 'latest',
			});
		});

		it('delivers a crossing again that was lost in a crash', async () => {
			const id = insertTable(5);
			const simulator = await simulate(engine, {
				event: 'thresholdCrossed',
				insight: locator(id),
				comparison: 'above',
				threshold: 10,
			});
			await simulator.activate();
			await tick(simulator);
			setTable(id, 11);
			stage.sandbox.clock.advance(MINUTE);
			await simulator.tick('beforeSaving');
			await tick(simulator);
			expect(simulator.items.map(({ value }) => value)).toEqual([11]);
		});
	});

	it('does not report what is beyond the threshold from the beginning', async () => {
		const id = insertTable(50);
		const simulator = await simulate('memory', {
			event: 'thresholdCrossed',
			insight: locator(id),
			threshold: 10,
		});
		await simulator.activate();
		await tick(simulator);
		expect(simulator.items).toEqual([]);
	});

	it('waits for the way back by the hysteresis', async () => {
		const id = insertTable(5);
		const simulator = await simulate('memory', {
			event: 'thresholdCrossed',
			insight: locator(id),
			threshold: 10,
			options: { hysteresis: 3 },
		});
		await simulator.activate();
		for (const value of [11, 9, 12, 8, 13, 7, 14]) {
			setTable(id, value);
			await tick(simulator);
		}
		expect(simulator.items.map(({ value }) => value)).toEqual([11, 14]);
	});

	it('watches each series by itself, or the one that was named', async () => {
		const insert = () =>
			stage.sandbox.store.insert({ query: { kind: 'TrendsQuery', series: [] }, name: 'Two' }).id;
		const set = (id: number, a: number, b: number) =>
			stage.sandbox.store.setResult(id, {
				result: [
					{ label: 'a', data: [0, a], days: ['2026-01-01', '2026-01-02'], count: 1 },
					{ label: 'b', data: [0, b], days: ['2026-01-01', '2026-01-02'], count: 1 },
				],
			});
		const id = insert();
		set(id, 1, 1);
		const form = { event: 'thresholdCrossed', insight: locator(id), threshold: 10 };
		const every = await simulate('memory', form);
		await every.activate();
		const named = await simulate('memory', { ...form, series: 'B' });
		await named.activate();
		set(id, 20, 5);
		await tick(every);
		await named.tick();
		set(id, 20, 30);
		await tick(every);
		await named.tick();
		expect(every.items.map(({ series }) => series)).toEqual(['a', 'b']);
		expect(named.items.map(({ series, value }) => [series, value])).toEqual([['B', 30]]);
	});

	it('does not take an emptied cache for a change', async () => {
		const id = insertTable(1);
		const simulator = await simulate('memory', {
			event: 'resultChanged',
			insight: locator(id),
			options: { refresh: 'force_cache' },
		});
		await stage.rows('insight.getResult', { insight: locator(id) });
		await simulator.activate();
		stage.sandbox.store.update(id, { cached: undefined });
		await tick(simulator);
		await stage.rows('insight.getResult', { insight: locator(id) });
		await tick(simulator);
		expect(simulator.items).toEqual([]);
	});

	it('starts with each row as an item when asked to', async () => {
		const id = insertTable(1);
		const simulator = await simulate('memory', {
			event: 'resultChanged',
			insight: locator(id),
			options: { splitRows: true },
		});
		await simulator.activate();
		stage.sandbox.store.setResult(id, { result: [[1], [2]], columns: ['n'] });
		await tick(simulator);
		expect(simulator.items).toMatchObject([
			{ insight_id: id, n: 1 },
			{ insight_id: id, n: 2 },
		]);
	});

	it('leaves the state alone when a look fails', async () => {
		const id = insertTable(1);
		const simulator = await simulate('scheduler', {
			event: 'resultChanged',
			insight: locator(id),
		});
		await simulator.activate();
		const before = simulator.database.readStaticData();
		stage.sandbox.store.setBroken(id, 'Out of memory');
		await tick(simulator);
		expect(simulator.errors.map(({ message }) => message)).toEqual([
			'PostHog could not compute the result',
		]);
		expect(simulator.database.readStaticData()).toEqual(before);
		setTable(id, 2);
		await tick(simulator);
		expect(simulator.items).toHaveLength(1);
	});

	it('starts anew when another insight is watched', async () => {
		const [one, other] = [insertTable(1), insertTable(2)];
		const form = { project: locator(1), event: 'resultChanged' };
		const simulator = await simulate('memory', { ...form, insight: locator(one) });
		await simulator.activate();
		simulator.configure({ ...form, insight: locator(other) });
		await simulator.activate();
		await tick(simulator);
		expect(simulator.items).toEqual([]);
		setTable(other, 3);
		await tick(simulator);
		expect(simulator.items).toHaveLength(1);
	});

	it('finds new insights also where the server does not know the date filter', async () => {
		stage.sandbox.switches.createdDateFilter = false;
		const simulator = await simulate('scheduler', { event: 'insightCreated' });
		await simulator.activate();
		await tick(simulator);
		stage.sandbox.store.insert({ name: 'One' });
		await tick(simulator);
		await tick(simulator);
		expect(simulator.items.map(({ name }) => name)).toEqual(['One']);
	});

	it('delivers more than a page of changes, oldest first, in portions', async () => {
		const simulator = await simulate('scheduler', {
			event: 'insightCreated',
			options: { maxRows: 40 },
		});
		await simulator.activate();
		for (let index = 0; index < 130; index++) {
			stage.sandbox.clock.advance(10);
			stage.sandbox.store.insert({ name: `New ${index}` });
		}
		for (let poll = 0; poll < 6; poll++) await tick(simulator);
		const names = simulator.items.map(({ name }) => name);
		expect(new Set(names).size).toBe(130);
		expect(names).toHaveLength(130);
	});

	it('asks once when nothing has happened', async () => {
		const simulator = await simulate('memory', { event: 'insightUpdated' });
		await simulator.activate();
		await tick(simulator);
		stage.sandbox.requests.length = 0;
		await tick(simulator);
		expect(stage.sandbox.requests).toHaveLength(1);
	});

	it('watches only what passes the filters', async () => {
		const simulator = await simulate('memory', {
			event: 'insightCreated',
			filters: { tags: 'weekly', createdBy: '1' },
		});
		await simulator.activate();
		stage.sandbox.store.insert({ name: 'Tagged', tags: ['weekly'] });
		stage.sandbox.store.insert({ name: 'Untagged' });
		await tick(simulator);
		expect(simulator.items.map(({ name }) => name)).toEqual(['Tagged']);
	});

	it('watches the activity of one insight, and only of the chosen kinds', async () => {
		const [one, other] = stage.sandbox.store.all(1);
		stage.sandbox.switches.shortIdInPath = false;
		const simulator = await simulate('memory', {
			event: 'activity',
			activityOf: 'insight',
			insight: locator(one.short_id, 'shortId'),
			options: { activities: ['sharing enabled'] },
		});
		await simulator.activate();
		for (const { id } of [one, other]) {
			await stage.rows('insight.update', { insight: locator(id), updateFields: { name: 'X' } });
			await stage.rows('sharing.enable', { insight: locator(id) });
		}
		await tick(simulator);
		expect(simulator.items.map((row) => [row.activity, row.insight_id])).toEqual([
			['sharing enabled', one.id],
		]);
	});

	describe('in a manual run', () => {
		const test = async (parameters: INodeParameters): Promise<IDataObject[]> => {
			const simulator = await simulate('memory', parameters);
			const output = await simulator.fetchTestEvent();
			expect(simulator.database.readStaticData()).toEqual({});
			return (output ?? []).flat().map(({ json }) => json);
		};

		it('shows the newest insight', async () => {
			const rows = await test({ event: 'insightCreated' });
			expect(rows.map(({ name }) => name)).toEqual(['Events by name']);
		});

		it('shows the newest entry of the chosen kinds, wherever it stands in the log', async () => {
			const insight = locator(stage.sandbox.store.all(1)[0].id);
			await stage.rows('sharing.enable', { insight });
			await stage.rows('insight.update', { insight, updateFields: { name: 'Newer' } });
			const rows = await test({ event: 'activity', options: { activities: ['sharing enabled'] } });
			expect(rows.map(({ activity }) => activity)).toEqual(['sharing enabled']);
		});

		it('shows the numbers that would be compared', async () => {
			const id = insertTable(7);
			const rows = await test({ event: 'thresholdCrossed', insight: locator(id) });
			expect(rows).toMatchObject([{ insight_id: id, value: 7 }]);
		});

		it('says so when there is nothing to show', async () => {
			await expect(test({ event: 'activity' })).rejects.toThrow(
				'No activity entries to show for this test',
			);
		});
	});

	it.each([
		[{ event: 'resultChanged' }, 'The insight is missing'],
		[{ event: 'resultChanged', insight: locator('a b') }, '"a b" is not the ID of an insight'],
		[{ event: 'insightCreated', project: locator('x') }, '"x" is not the ID of a project'],
		[
			{ event: 'thresholdCrossed', insight: locator(1), options: { hysteresis: -1 } },
			'The hysteresis is negative',
		],
	] as Array<[INodeParameters, string]>)('refuses %j', async (parameters, message) => {
		const simulator = await simulate('memory', parameters);
		await expect(simulator.activate()).rejects.toThrow(message);
		expect(stage.sandbox.requests).toEqual([]);
	});
});
