import type { INodeParameters } from 'n8n-workflow';

import { SpotlerCrmTrigger } from '../../../nodes/SpotlerCrm/SpotlerCrmTrigger.node';
import type { SpotlerSandboxOptions } from '../../../sandbox/spotler';
import { pollEngines, PollSimulator, type PollEngine } from '../../support/pollSimulator';
import { openAccount } from './account';

const MINUTE = 60_000;

async function watch(
	parameters: INodeParameters,
	options: SpotlerSandboxOptions = {},
	engine: PollEngine = 'durableCursors',
) {
	const { sandbox, credentials } = await openAccount({ clock: '2026-05-04T09:00:00Z', ...options });
	const simulator = await PollSimulator.create({
		engine,
		nodeType: new SpotlerCrmTrigger(),
		parameters,
		credentials,
	});
	const tick = async () => {
		sandbox.clock.advance(MINUTE);
		await simulator.tick();
	};
	return { sandbox, simulator, tick, store: sandbox.store };
}

const deleted = { resource: 'account', event: 'deleted' };

const readings: Array<[string, SpotlerSandboxOptions]> = [
	['as documented', {}],
	['where lists leave the total out', { switches: { omitTotal: true } }],
	['where lists leave more and total out', { switches: { omitTotal: true, omitHasMore: true } }],
	['where pages count from zero', { switches: { pageBase: 0 } }],
];

describe.each(readings)('the event Deleted %s', (_, options) => {
	it.each(pollEngines)('hands out what is gone, once, under the engine "%s"', async (engine) => {
		const { simulator, store, tick } = await watch(deleted, options, engine);
		const ids = Array.from({ length: 230 }, (_empty, index) =>
			Number(store.insert('accounts', { name: `No ${index}` }).id),
		);
		await simulator.activate();
		for (let polls = 0; polls < 3; polls++) await tick();
		store.remove('accounts', ids[7]);
		store.insert('accounts', { name: 'New' });
		await tick();
		store.remove('accounts', ids[229]);
		await tick();
		await tick();
		expect(simulator.errors).toEqual([]);
		expect(simulator.items).toEqual([
			expect.objectContaining({ id: ids[7], deleted: true }),
			{ id: ids[229], title: 'No 229', deleted: true },
		]);
	});
});

describe('the event Deleted', () => {
	it('costs one request while nothing is gone', async () => {
		const { sandbox, simulator, store, tick } = await watch(deleted);
		for (let index = 0; index < 300; index++) store.insert('accounts', { name: `No ${index}` });
		await simulator.activate();
		for (let polls = 0; polls < 3; polls++) await tick();
		sandbox.requests.length = 0;
		store.insert('accounts', { name: 'New' });
		await tick();
		expect(sandbox.requests).toHaveLength(1);
	});

	it('says so where a server does not compare IDs', async () => {
		const { simulator, store } = await watch(deleted, { switches: { idComparison: 'ignore' } });
		for (let index = 0; index < 250; index++) store.insert('accounts', { name: `No ${index}` });
		const outcome = await simulator.activate().then(
			async () => {
				for (let polls = 0; polls < 4; polls++) await simulator.tick();
				return simulator.errors[0]?.message;
			},
			(error: Error) => error.message,
		);
		expect(outcome).toContain('This server does not compare IDs');
		expect(simulator.items).toEqual([]);
	});
});

describe('changes of an opportunity', () => {
	it('start at another status, and say which it was', async () => {
		const { simulator, store, tick } = await watch({
			resource: 'opportunity',
			event: 'stageChanged',
		});
		const id = Number(store.insert('opportunities', { name: 'Deal', status: 'Open' }).id);
		await simulator.activate();
		await tick();
		store.update('opportunities', id, { name: 'Big deal' });
		await tick();
		store.update('opportunities', id, { status: 'Won' });
		await tick();
		await tick();
		expect(simulator.items).toEqual([
			expect.objectContaining({
				status: 'Won',
				changedFields: ['status'],
				previous: { status: 'Open' },
			}),
		]);
	});

	it('are passed over when the ignored user made them', async () => {
		const { simulator, store, tick } = await watch({
			resource: 'account',
			event: 'createdOrUpdated',
			options: { ignoredUser: '2' },
		});
		await simulator.activate();
		store.insert('accounts', { name: 'By a person', modifiedby: 1 });
		store.insert('accounts', { name: 'By the workflow', modifiedby: 2 });
		await tick();
		await tick();
		expect(simulator.items.map(({ name }) => name)).toEqual(['By a person']);
	});
});

describe('a row that cannot be right', () => {
	it('from the far future does not silence the trigger', async () => {
		const { simulator, store, tick } = await watch({
			resource: 'account',
			event: 'createdOrUpdated',
		});
		store.insert('accounts', { name: 'Old' });
		await simulator.activate();
		store.insert('accounts', { name: 'From 2099', modifieddate: '2099-01-01 00:00:00' });
		await tick();
		store.insert('accounts', { name: 'Later' });
		await tick();
		await tick();
		expect(simulator.items.map(({ name }) => name).sort()).toEqual(['From 2099', 'Later']);
	});

	it('from the far future does not silence a trigger that is armed after it', async () => {
		const { simulator, store, tick } = await watch({
			resource: 'account',
			event: 'createdOrUpdated',
		});
		store.insert('accounts', { name: 'Old' });
		store.insert('accounts', { name: 'From 2099', modifieddate: '2099-01-01 00:00:00' });
		await simulator.activate();
		store.insert('accounts', { name: 'Later' });
		await tick();
		expect(simulator.items.map(({ name }) => name)).toContain('Later');
	});

	it('with an ID far ahead does not hide new records', async () => {
		const { simulator, store, tick } = await watch({ resource: 'account', event: 'created' });
		const { id } = store.insert('accounts', { name: 'Old' });
		await simulator.activate();
		store.insert('accounts', { name: 'Far ahead', id: 9_000_000_000 });
		await tick();
		store.insert('accounts', { name: 'Next', id: Number(id) + 5 });
		await tick();
		expect(simulator.items.map(({ name }) => name)).toEqual(['Far ahead', 'Next']);
	});
});
