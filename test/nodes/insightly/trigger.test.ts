import { InsightlyTrigger } from '../../../nodes/Insightly/InsightlyTrigger.node';
import type { InsightlySandboxOptions } from '../../../sandbox/insightly';
import { PollSimulator, pollEngines, type PollEngine } from '../../support/pollSimulator';
import { openAccount } from './account';

const START = '2026-03-01T12:00:00Z';
const MINUTE = 60_000;

async function watch(
	engine: PollEngine,
	parameters: Record<string, unknown> = {},
	options: InsightlySandboxOptions = {},
) {
	const account = await openAccount({ clock: START, ...options });
	const simulator = await PollSimulator.create({
		engine,
		nodeType: new InsightlyTrigger(),
		parameters: { resource: 'contact', event: 'createdOrUpdated', ...parameters } as never,
		credentials: account.credentials,
	});
	const { sandbox } = account;
	return {
		sandbox,
		simulator,
		add: (FIRST_NAME: string, more = {}) =>
			Number(sandbox.store.insert('Contacts', { FIRST_NAME, ...more }).CONTACT_ID),
		change: (id: number, FIRST_NAME: string) =>
			sandbox.store.update('Contacts', id, { FIRST_NAME }),
		/** A minute passes, then n8n polls. */
		tick: async () => {
			sandbox.clock.advance(MINUTE);
			await simulator.tick();
			expect(simulator.errors).toEqual([]);
		},
		names: () => simulator.items.map((item) => item.FIRST_NAME),
	};
}

describe.each(pollEngines)('the trigger on the %s engine', (engine) => {
	it('reports what is created and changed after the activation, once each, and nothing older', async () => {
		const { add, change, tick, simulator, names, sandbox } = await watch(engine);
		const old = add('Old');
		sandbox.clock.advance(10_000);
		await simulator.activate();
		await tick();
		expect(names()).toEqual([]);

		sandbox.clock.advance(1_000);
		const ada = add('Ada');
		await tick();
		change(ada, 'Augusta');
		change(old, 'Old, changed');
		await tick();
		await tick();
		expect(names().sort()).toEqual(['Ada', 'Augusta', 'Old, changed']);
		expect(sandbox.violations).toEqual([]);
	});

	it('tells created from updated', async () => {
		for (const [event, expected] of [
			['created', ['Ada']],
			['updated', ['Old, changed', 'Augusta']],
		] as const) {
			const { add, change, tick, simulator, names, sandbox } = await watch(engine, { event });
			const old = add('Old');
			sandbox.clock.advance(10_000);
			await simulator.activate();
			sandbox.clock.advance(MINUTE);
			const ada = add('Ada');
			await tick();
			change(old, 'Old, changed');
			change(ada, 'Augusta');
			await tick();
			expect(names().sort()).toEqual([...expected].sort());
		}
	});

	it('loses none of 600 records that were imported in one second', async () => {
		const { tick, simulator, sandbox, names, add } = await watch(engine);
		await simulator.activate();
		sandbox.clock.advance(MINUTE);
		for (let n = 0; n < 600; n++) add(`Import ${n}`);
		for (let poll = 0; poll < 4; poll++) await tick();
		expect(names()).toHaveLength(600);
		expect(new Set(names()).size).toBe(600);
	});

	it('asks once when nothing has happened', async () => {
		const { tick, simulator, sandbox, add } = await watch(engine);
		await simulator.activate();
		add('Ada');
		await tick();
		await tick();
		for (let poll = 0; poll < 3; poll++) {
			sandbox.requests.length = 0;
			await tick();
			expect(sandbox.requests).toHaveLength(1);
		}
	});

	it('asks once when nothing has happened since an import of more than a page in one second', async () => {
		const { tick, simulator, sandbox, add } = await watch(engine);
		await simulator.activate();
		sandbox.clock.advance(MINUTE);
		for (let n = 0; n < 520; n++) add(`Import ${n}`);
		for (let poll = 0; poll < 5; poll++) await tick();
		sandbox.requests.length = 0;
		await tick();
		expect(sandbox.requests).toHaveLength(1);
	});

	it('goes on where it was after n8n was restarted', async () => {
		const { add, tick, simulator, names, sandbox } = await watch(engine);
		await simulator.activate();
		sandbox.clock.advance(MINUTE);
		add('Ada');
		await tick();
		add('While n8n was down');
		sandbox.clock.advance(MINUTE);
		await simulator.restart();
		await tick();
		expect(names()).toEqual(['Ada', 'While n8n was down']);
	});

	it('loses nothing when the service fails for a while', async () => {
		const { add, simulator, names, sandbox, tick } = await watch(engine);
		await simulator.activate();
		sandbox.clock.advance(MINUTE);
		add('Ada');
		sandbox.faults.next({ times: 1, fault: { kind: 'status', status: 403 } });
		await simulator.tick();
		expect(simulator.errors).toHaveLength(1);
		simulator.errors.length = 0;
		await tick();
		expect(names()).toEqual(['Ada']);
	});
});

describe('the trigger', () => {
	it.each(['exclusive', 'inclusive'] as const)(
		'reports two changes in one second both, on a server that takes the moment as %s',
		async (updatedAfter) => {
			const { add, change, tick, simulator, names } = await watch(
				'memory',
				{},
				{ switches: { updatedAfter } },
			);
			await simulator.activate();
			const ada = add('Ada');
			simulator.errors.length = 0;
			await simulator.tick();
			change(ada, 'Augusta');
			await simulator.tick();
			await tick();
			expect(names()).toEqual(['Ada', 'Augusta']);
		},
	);

	it('keeps apart creation and update where the service stamps them a second apart', async () => {
		const { add, tick, simulator, names } = await watch(
			'memory',
			{ event: 'updated' },
			{ switches: { createdUpdatedSkew: true } },
		);
		await simulator.activate();
		add('Ada');
		await tick();
		expect(names()).toEqual([]);
	});

	it('works without a clock in the answers', async () => {
		const { add, tick, simulator, names, sandbox } = await watch(
			'memory',
			{},
			{ switches: { dateHeader: false } },
		);
		add('Old');
		sandbox.clock.advance(MINUTE);
		await simulator.activate();
		sandbox.clock.advance(MINUTE);
		add('Ada');
		await tick();
		await tick();
		expect(names()).toEqual(['Ada']);
	});

	it('reports a backlog from a moment on if asked to', async () => {
		const { add, tick, simulator, names, sandbox } = await watch('memory', {
			options: { backlogSince: '2026-03-01T12:05:00Z' },
		});
		add('Too old');
		sandbox.clock.advance(10 * MINUTE);
		add('Backlog');
		sandbox.clock.advance(MINUTE);
		await simulator.activate();
		await tick();
		expect(names()).toEqual(['Backlog']);
	});

	it('watches only records with a field value, searched for by the server', async () => {
		const { add, tick, simulator, names, sandbox } = await watch('memory', {
			filters: { conditions: [{ field: 'TITLE', value: 'Countess' }] },
		});
		await simulator.activate();
		sandbox.clock.advance(MINUTE);
		add('Ada', { TITLE: 'Countess' });
		add('Charles');
		await tick();
		expect(names()).toEqual(['Ada']);
		expect(sandbox.requests.at(-1)?.query).toMatchObject({
			field_name: 'TITLE',
			field_value: 'Countess',
		});
	});

	it('loses none when records are deleted while a long list is read', async () => {
		const { add, tick, simulator, sandbox, names } = await watch('memory');
		await simulator.activate();
		sandbox.clock.advance(MINUTE);
		const ids = Array.from({ length: 1_100 }, (_, n) => add(`Import ${n}`));
		await tick();
		for (const id of ids.slice(0, 50)) sandbox.store.remove('Contacts', id);
		for (let poll = 0; poll < 4; poll++) await tick();
		expect(new Set(names()).size).toBe(1_100);
		expect(names()).toHaveLength(1_100);
	});

	it('hands out no more than the most records per run, and the rest later', async () => {
		const { add, tick, simulator, sandbox } = await watch('memory', { options: { maxRows: 2 } });
		await simulator.activate();
		sandbox.clock.advance(MINUTE);
		for (const name of ['A', 'B', 'C', 'D', 'E']) add(name);
		for (let poll = 0; poll < 4; poll++) await tick();
		expect(simulator.database.executions.map((execution) => execution.flat().length)).toEqual([
			2, 2, 1,
		]);
	});

	it('shows the newest record in a manual run and leaves its memory alone', async () => {
		const { add, tick, simulator, names, sandbox } = await watch('memory');
		add('Ada');
		sandbox.clock.advance(MINUTE);
		add('Grace');
		const shown = await simulator.fetchTestEvent();
		expect(shown?.[0].map(({ json }) => json.FIRST_NAME)).toEqual(['Grace']);
		await simulator.activate();
		await tick();
		expect(names()).toEqual([]);
	});

	it('says clearly when a manual run finds nothing', async () => {
		const { simulator } = await watch('memory');
		await expect(simulator.fetchTestEvent()).rejects.toThrow(/contacts/);
	});

	it('simplifies records as the node does', async () => {
		const { add, tick, simulator } = await watch('memory');
		await simulator.activate();
		add('Ada', { TAGS: [{ TAG_NAME: 'VIP' }] });
		await tick();
		expect(simulator.items[0]).toMatchObject({ TAGS: ['VIP'] });
		expect(simulator.items[0]).not.toHaveProperty('CUSTOMFIELDS');
	});
});
