import type { INodeParameters } from 'n8n-workflow';

import { SpotlerCrmTrigger } from '../../../nodes/SpotlerCrm/SpotlerCrmTrigger.node';
import type { SpotlerSandboxOptions } from '../../../sandbox/spotler';
import { pollEngines, PollSimulator, type PollEngine } from '../../support/pollSimulator';
import { condition, filters, openAccount, type SpotlerAccount } from './account';

const ONE_MINUTE = 60_000;

async function watch(
	account: SpotlerAccount,
	parameters: INodeParameters,
	engine: PollEngine = 'durableCursors',
): Promise<PollSimulator> {
	const { credentials } = account;
	return await PollSimulator.create({
		engine,
		nodeType: new SpotlerCrmTrigger(),
		parameters,
		credentials,
	});
}

const open = async (options: SpotlerSandboxOptions = {}) =>
	await openAccount({ clock: '2026-05-04T09:00:00Z', ...options });

const idsOf = (n8n: PollSimulator) => n8n.items.map(({ id }) => id);

describe.each(pollEngines)('the trigger under the engine "%s"', (engine) => {
	it.each(['created', 'createdOrUpdated'])('reports "%s" once and nothing old', async (event) => {
		const account = await open();
		const { store, clock } = account.sandbox;
		store.insert('accounts', { name: 'Old' });
		const n8n = await watch(account, { resource: 'account', event }, engine);
		await n8n.activate();
		clock.advance(ONE_MINUTE);
		const { id } = store.insert('accounts', { name: 'New' });
		await n8n.tick();
		await n8n.tick();
		expect(n8n.items).toEqual([expect.objectContaining({ id, name: 'New' })]);
		expect(account.sandbox.violations).toEqual([]);
		expect(account.sandbox.alerts).toEqual([]);
	});

	it('reports as updated what was there before, and only that', async () => {
		const account = await open();
		const { store, clock } = account.sandbox;
		const { id } = store.insert('accounts', { name: 'Old' });
		clock.advance(ONE_MINUTE);
		const n8n = await watch(account, { resource: 'account', event: 'updated' }, engine);
		await n8n.activate();
		clock.advance(ONE_MINUTE);
		store.insert('accounts', { name: 'New' });
		store.update('accounts', Number(id), { name: 'Changed' });
		await n8n.tick();
		await n8n.tick();
		expect(n8n.items.map(({ name }) => name)).toEqual(['Changed']);
	});

	it.each(engine === 'durableCursors' ? ([1, 0] as const) : ([1] as const))(
		'loses and repeats none of 500 records of one second when pages count from %s',
		async (pageBase) => {
			const account = await open({ switches: { pageBase, pastEnd: '404' } });
			const { store, clock } = account.sandbox;
			store.importMany('contacts', 500, (index) => ({ accountid: 1, last: `Old ${index}` }));
			const parameters = { resource: 'contact', event: 'createdOrUpdated' };
			const n8n = await watch(account, parameters, engine);
			await n8n.activate();
			clock.advance(ONE_MINUTE);
			await n8n.tick();
			expect(n8n.items).toEqual([]);

			const made = store.importMany('contacts', 500, () => ({ accountid: 1, last: 'New' }));
			for (let poll = 0; poll < 3; poll++) await n8n.tick();
			clock.advance(ONE_MINUTE);
			const { id: late } = store.insert('contacts', { accountid: 1, last: 'Late' });
			await n8n.tick();
			expect(idsOf(n8n)).toEqual([...made.map(({ id }) => id), late]);
			expect(account.sandbox.violations).toEqual([]);
			expect(account.sandbox.alerts).toEqual([]);
		},
	);
});

describe('daylight saving', () => {
	it.each([
		['ends, which repeats an hour', '2026-10-25T00:30:00Z'],
		['begins, which skips an hour', '2026-03-29T00:30:00Z'],
	])('loses and repeats no change when it %s', async (_what, moment) => {
		const account = await open({ clock: moment, switches: { timeZone: 'Europe/London' } });
		const { store, clock } = account.sandbox;
		const { id } = store.insert('accounts', { name: 'Start' });
		const n8n = await watch(account, { resource: 'account', event: 'createdOrUpdated' });
		await n8n.activate();
		const changes = Array.from({ length: 12 }, (_, index) => `Change ${index}`);
		for (const name of changes) {
			clock.advance(10 * ONE_MINUTE);
			store.update('accounts', Number(id), { name });
			await n8n.tick();
			await n8n.tick();
		}
		expect(n8n.items.map(({ name }) => name)).toEqual(changes);
	});

	it('loses and repeats no new record either', async () => {
		const switches = { timeZone: 'Europe/London' };
		const account = await open({ clock: '2026-10-25T00:30:00Z', switches });
		const { store, clock } = account.sandbox;
		const n8n = await watch(account, { resource: 'account', event: 'created' });
		await n8n.activate();
		const made: unknown[] = [];
		for (let index = 0; index < 12; index++) {
			clock.advance(10 * ONE_MINUTE);
			made.push(store.insert('accounts', { name: `No ${index}` }).id);
			await n8n.tick();
		}
		expect(idsOf(n8n)).toEqual(made);
	});
});

describe('new records', () => {
	it('are found by ID in objects without dates', async () => {
		const account = await open();
		const { store } = account.sandbox;
		store.insert('campaigns', { name: 'Old' });
		const n8n = await watch(account, { resource: 'campaign', event: 'created' });
		await n8n.activate();
		const { id } = store.insert('campaigns', { name: 'New' });
		await n8n.tick();
		store.update('campaigns', Number(id), { name: 'Renamed' });
		await n8n.tick();
		expect(n8n.items).toEqual([expect.objectContaining({ id, name: 'New' })]);
	});

	it.each([1, 0] as const)(
		'are found when the server does not compare IDs and pages count from %s',
		async (pageBase) => {
			const account = await open({ switches: { idComparison: 'ignore', pageBase } });
			const { store } = account.sandbox;
			store.importMany('campaigns', 150, () => ({ name: 'Old' }));
			const n8n = await watch(account, { resource: 'campaign', event: 'created' });
			await n8n.activate();
			const made = store.importMany('campaigns', 350, () => ({ name: 'New' }));
			for (let poll = 0; poll < 3; poll++) await n8n.tick();
			expect(idsOf(n8n)).toEqual(made.map(({ id }) => id));
		},
	);

	it('can be had from a moment on', async () => {
		const account = await open();
		const { store, clock } = account.sandbox;
		store.insert('accounts', { name: 'Too old' });
		clock.advance(60 * ONE_MINUTE);
		const { id } = store.insert('accounts', { name: 'Wanted' });
		const options = { backlogSince: '2026-05-04T09:30:00Z' };
		const n8n = await watch(account, { resource: 'account', event: 'created', options });
		await n8n.activate();
		await n8n.tick();
		expect(idsOf(n8n)).toEqual([id]);
	});

	it('cannot be had from a moment on in objects without dates, and the trigger says so', async () => {
		const account = await open();
		const options = { backlogSince: '2026-05-04T09:30:00Z' };
		const n8n = await watch(account, { resource: 'campaign', event: 'created', options });
		await expect(n8n.activate()).rejects.toThrow('Changes Since is not possible for campaigns');
	});
});

describe('the trigger', () => {
	it('reports changes from a moment on, read in the time zone of the CRM', async () => {
		const switches = { timeZone: 'Europe/London' };
		const account = await open({ switches });
		const { store, clock } = account.sandbox;
		store.insert('accounts', { name: 'Too old' });
		clock.advance(60 * ONE_MINUTE);
		store.insert('accounts', { name: 'Wanted' });
		const options = { backlogSince: '2026-05-04T09:30:00Z', timezone: 'Europe/London' };
		const n8n = await watch(account, { resource: 'account', event: 'createdOrUpdated', options });
		await n8n.activate();
		await n8n.tick();
		expect(n8n.items.map(({ name }) => name)).toEqual(['Wanted']);
	});

	it('lets the server filter, by all conditions', async () => {
		const account = await open();
		const { store, clock } = account.sandbox;
		const n8n = await watch(account, {
			resource: 'account',
			event: 'createdOrUpdated',
			filters: filters(condition('type', 'equals', 'Customer')),
		});
		await n8n.activate();
		clock.advance(ONE_MINUTE);
		store.insert('accounts', { name: 'Yes', type: 'Customer' });
		store.insert('accounts', { name: 'No', type: 'Partner' });
		await n8n.tick();
		expect(n8n.items.map(({ name }) => name)).toEqual(['Yes']);
		expect(account.sandbox.violations).toEqual([]);
	});

	it('refuses to be filtered by what it goes by', async () => {
		const account = await open();
		const conditions = filters(condition('modifieddate', 'greaterThan', '2026-01-01'));
		const parameters = { resource: 'account', event: 'createdOrUpdated', filters: conditions };
		const n8n = await watch(account, parameters);
		await expect(n8n.activate()).rejects.toThrow('cannot be filtered by');
	});

	it.each([
		['ignore', 'do not say when they were changed'],
		['400', 'did not accept the filter or the order'],
	] as const)(
		'watches custom objects, and says when one has no dates (%s)',
		async (unknownField, words) => {
			const account = await open({ switches: { unknownField } });
			const { store, clock } = account.sandbox;
			const custom = { resource: 'customObject', event: 'createdOrUpdated' };
			const n8n = await watch(account, { ...custom, objectName: 'policies' });
			await n8n.activate();
			clock.advance(ONE_MINUTE);
			const { id } = store.insert('policies', { accountid: 1 });
			await n8n.tick();
			expect(idsOf(n8n)).toEqual([id]);

			store.insert('opportunity_lines', { opportunityid: 1 });
			const other = await watch(account, { ...custom, objectName: 'opportunity_lines' });
			await expect(other.activate()).rejects.toThrow(words);
		},
	);

	it('gives the whole envelope when it is asked for', async () => {
		const account = await open();
		const options = { rawEnvelope: true };
		const parameters = { resource: 'account', event: 'created', options };
		const n8n = await watch(account, parameters);
		await n8n.activate();
		account.sandbox.store.insert('accounts', { name: 'New' });
		await n8n.tick();
		expect(n8n.items).toEqual([
			{
				event: 'created',
				metadata: expect.objectContaining({ parent: '/' }),
				record: expect.any(Object),
			},
		]);
	});

	it('shows the newest records in a test run and keeps nothing of it', async () => {
		const account = await open();
		const { store, clock } = account.sandbox;
		store.insert('accounts', { name: 'First' });
		clock.advance(ONE_MINUTE);
		store.insert('accounts', { name: 'Second' });
		const n8n = await watch(account, { resource: 'account', event: 'createdOrUpdated' });
		const output = await n8n.fetchTestEvent();
		expect(output?.[0][0].json.name).toBe('Second');
		await n8n.activate();
		await n8n.tick();
		expect(n8n.items).toEqual([]);
	});

	it('sends one request when nothing has happened', async () => {
		const account = await open();
		const { store, clock } = account.sandbox;
		store.importMany('accounts', 30, () => ({ name: 'Old' }));
		for (const event of ['created', 'createdOrUpdated']) {
			const n8n = await watch(account, { resource: 'account', event });
			await n8n.activate();
			clock.advance(ONE_MINUTE);
			await n8n.tick();
			const before = account.sandbox.requests.length;
			await n8n.tick();
			expect(account.sandbox.requests.length - before).toBe(1);
		}
	});

	it('offers only the events that an object can tell', () => {
		const { properties } = new SpotlerCrmTrigger().description;
		const eventsOf = (resource: string) =>
			properties
				.filter(
					({ name, displayOptions }) =>
						name === 'event' && displayOptions?.show?.resource?.includes(resource),
				)
				.map(({ options }) => options?.map((one) => 'value' in one && one.value));
		const dated = ['created', 'createdOrUpdated', 'deleted'];
		expect(eventsOf('account')).toEqual([[...dated, 'updated']]);
		expect(eventsOf('opportunity')).toEqual([[...dated, 'stageChanged', 'updated']]);
		expect(eventsOf('opportunityHistory')).toEqual([dated]);
		expect(eventsOf('campaign')).toEqual([['created', 'deleted']]);
	});
});
