import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { PollSimulator, pollEngines } from '../support/pollSimulator';
import { triggerOver } from '../support/pollSimulatorNode';
import { SimulatedSource } from '../support/pollSimulatorSource';
import { minute, setScene, told } from './scene';

describe.each(pollEngines)('under the engine "%s"', (engine) => {
	it('activation hands out nothing of what is already there', async () => {
		const { n8n, source } = await setScene(engine);
		source.create();
		await n8n.activate();
		await n8n.tick();
		expect(n8n.items).toEqual([]);
	});

	it('tells what happens between the activation and the first poll', async () => {
		const { n8n, source } = await setScene(engine);
		await n8n.activate();
		source.create();
		source.now += minute;
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0']);
	});

	it('tells it too when n8n was restarted in between', async () => {
		const { n8n, source } = await setScene(engine);
		await n8n.activate();
		source.create();
		source.now += minute;
		await n8n.restart();
		await n8n.tick();
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0']);
	});

	it('tells what is stamped by a clock that lags behind the one in answers', async () => {
		const { n8n, source } = await setScene(engine, {}, { skewMs: -1_000 });
		await n8n.activate();
		source.create();
		source.now += minute;
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0']);
	});

	it('hands out what changed since a date when a backlog is asked for', async () => {
		const backlogSince = Date.UTC(2026, 0, 5, 9, 0, 0);
		const { n8n, source } = await setScene(engine, { backlogSince, maxRows: 2 });
		for (let index = 0; index < 5; index++) source.create();
		source.now += minute;
		await n8n.activate();
		for (let polls = 0; polls < 4; polls++) await n8n.tick();
		expect(told(n8n)).toEqual(['1@0', '2@0', '3@0', '4@0', '5@0']);
	});

	it('asks the service exactly once when nothing has happened', async () => {
		const { n8n, source } = await setScene(engine);
		await n8n.activate();
		source.create();
		source.now += minute;
		await n8n.tick();
		for (let polls = 0; polls < 5; polls++) {
			source.now += minute;
			const before = source.requests;
			await n8n.tick();
			expect(source.requests - before).toBe(1);
		}
	});

	it('keeps to its limit of rows and tells the rest with the next polls', async () => {
		const { n8n, source } = await setScene(engine, { maxRows: 3 });
		await n8n.activate();
		source.now += minute;
		for (let index = 0; index < 8; index++) source.create();
		for (let polls = 0; polls < 5; polls++) await n8n.tick();
		expect(n8n.database.executions.map((run) => run[0].length)).toEqual([3, 3, 2]);
		expect(new Set(told(n8n)).size).toBe(8);
	});

	it('gets through a long stretch of unwanted rows although such polls return nothing', async () => {
		const { n8n, source } = await setScene(engine, {
			maxPages: 1,
			matches: (row) => Number(row.id) > 60,
		});
		await n8n.activate();
		source.now += minute;
		for (let index = 0; index < 61; index++) source.create();
		for (let polls = 0; polls < 10; polls++) {
			const before = source.requests;
			await n8n.tick();
			expect(source.requests - before).toBe(1);
		}
		expect(told(n8n)).toEqual(['61@0']);
	});

	it('stops reading when the time of a poll is used up, and goes on with the next', async () => {
		const source = new SimulatedSource({
			order: 'id',
			event: 'created',
			pageSize: 2,
			overlapMs: 5_000,
		});
		const nodeType = triggerOver(source, { event: 'created' });
		const n8n = await PollSimulator.create({ engine, nodeType, budgetMs: -1 });
		await n8n.activate();
		source.now += minute;
		for (let index = 0; index < 4; index++) source.create();
		const before = source.requests;
		await n8n.tick();
		expect(source.requests - before).toBe(1);
		expect(n8n.items).toHaveLength(2);
		await n8n.tick();
		await n8n.tick();
		expect(n8n.items).toHaveLength(4);
	});

	it('tells what was read before a fault and meets the fault with the next poll', async () => {
		const { n8n, source } = await setScene(engine, {}, { pageSize: 2 });
		await n8n.activate();
		source.now += minute;
		for (let index = 0; index < 4; index++) source.create();
		source.afterAnswer = () => source.faults.push(new Error('The service is not available'));
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0', '2@0']);
		expect(n8n.errors).toEqual([]);
		source.afterAnswer = undefined;
		source.faults.push(new Error('The service is not available'));
		await n8n.tick();
		expect(n8n.errors.map(({ message }) => message)).toEqual(['The service is not available']);
		await n8n.tick();
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0', '2@0', '3@0', '4@0']);
	});

	it('throws what the feed throws as it is, with the hint when to come back', async () => {
		const { n8n, source } = await setScene(engine);
		await n8n.activate();
		const node = {
			id: 'n',
			name: 'n',
			type: 't',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		};
		const failure = { cause: 'rate-limited', retryAfterMs: 9_000 };
		const fault = new NodeApiError(node as never, { message: 'Slow down' }, { failure } as never);
		source.faults.push(fault);
		await n8n.tick();
		expect(n8n.errors[0]).toBe(fault);
		expect(n8n.errors[0]).toMatchObject({ failure });
	});

	it('begins anew when the scope changes, and does not go back to what the first scope had', async () => {
		const { n8n, source } = await setScene(engine);
		await n8n.activate();
		source.create();
		source.now += minute;
		await n8n.tick();
		n8n.configure({ account: 'second' });
		await n8n.activate();
		source.create();
		source.now += minute;
		n8n.configure({ account: 'first' });
		await n8n.activate();
		source.now += minute;
		source.create();
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0', '3@0']);
	});

	it('goes on after a scope that changed without an activation', async () => {
		const { n8n, source } = await setScene(engine);
		await n8n.activate();
		n8n.configure({ account: 'second' });
		if (engine === 'memory') await n8n.republish();
		await n8n.tick();
		source.now += minute;
		source.create();
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0']);
	});

	it('repeats nothing after the workflow is published again', async () => {
		const { n8n, source } = await setScene(engine);
		await n8n.activate();
		source.now += minute;
		source.create();
		await n8n.tick();
		await n8n.tick();
		await n8n.republish();
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0']);
	});

	it('repeats nothing when a poll becomes due while the one before it still runs', async () => {
		const { n8n, source } = await setScene(engine);
		await n8n.activate();
		source.create();
		source.now += minute;
		await n8n.tick();
		source.create();
		source.now += minute;
		await n8n.tickTwiceAtOnce();
		source.create();
		source.now += minute;
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0', '2@0', '3@0']);
	});

	it('keeps the state of the activation elsewhere only until it has survived in its own place', async () => {
		const { n8n, source } = await setScene(engine);
		await n8n.activate();
		expect(n8n.database.readStaticData().global).toHaveProperty(`poll:${n8n.nodeId}`);
		for (let polls = 0; polls < 3; polls++) {
			source.now += minute;
			source.create();
			await n8n.tick();
		}
		const { global } = n8n.database.readStaticData() as { global: IDataObject };
		expect(global[`poll:${n8n.nodeId}`]).not.toHaveProperty('armed');
	});
});
