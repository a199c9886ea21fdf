import { InsightlyTrigger } from '../../../nodes/Insightly/InsightlyTrigger.node';
import type { InsightlySandboxOptions } from '../../../sandbox/insightly';
import { PollSimulator, pollEngines, type PollEngine } from '../../support/pollSimulator';
import { openAccount } from './account';

const MINUTE = 60_000;

async function watch(
	engine: PollEngine,
	parameters: Record<string, unknown>,
	options: InsightlySandboxOptions = {},
) {
	const { sandbox, credentials } = await openAccount({ clock: '2026-03-01T12:00:00Z', ...options });
	const simulator = await PollSimulator.create({
		engine,
		nodeType: new InsightlyTrigger(),
		parameters: parameters as never,
		credentials,
	});
	const tick = async () => {
		sandbox.clock.advance(MINUTE);
		await simulator.tick();
		expect(simulator.errors).toEqual([]);
	};
	const add = (name: string, more = {}) =>
		Number(
			sandbox.store.insert('Opportunities', { OPPORTUNITY_NAME: name, STAGE_ID: 1, ...more })
				.OPPORTUNITY_ID,
		);
	const change = (id: number, values: object) =>
		sandbox.store.update('Opportunities', id, values as never);
	return { sandbox, simulator, tick, add, change };
}

const deleted = { resource: 'opportunity', event: 'deleted' };

describe.each(pollEngines)('the event Deleted under the engine "%s"', (engine) => {
	it('hands out ID and title of what is gone, once, and asks once while nothing is', async () => {
		const { sandbox, simulator, tick, add } = await watch(engine, deleted);
		const [one, two, three] = ['One', 'Two', 'Three'].map((name) => add(name));
		await simulator.activate();
		await tick();
		sandbox.requests.length = 0;
		await tick();
		expect(sandbox.requests).toHaveLength(1);
		sandbox.store.remove('Opportunities', two);
		const four = add('Four');
		await tick();
		await tick();
		expect(simulator.items).toEqual([{ OPPORTUNITY_ID: two, title: 'Two', deleted: true }]);
		await simulator.restart();
		for (const id of [one, three, four]) sandbox.store.remove('Opportunities', id);
		await tick();
		await tick();
		const gone = simulator.items.map(({ OPPORTUNITY_ID }) => OPPORTUNITY_ID);
		expect(gone).toEqual([two, one, three, four].filter((id) => gone.includes(id)));
		expect(gone).toEqual(expect.arrayContaining([one, two, three]));
		expect(sandbox.violations).toEqual([]);
	});
});

describe('the event Deleted', () => {
	it('finds one among 2,000 records in a few requests', async () => {
		const { sandbox, simulator, tick, add } = await watch('durableCursors', deleted, {
			rateLimit: false,
		});
		const ids = Array.from({ length: 2_000 }, (_, index) => add(`No ${index}`));
		await simulator.activate();
		await tick();
		sandbox.requests.length = 0;
		sandbox.store.remove('Opportunities', ids[1_234]);
		await tick();
		expect(sandbox.requests.length).toBeLessThanOrEqual(8);
		expect(simulator.items.map(({ OPPORTUNITY_ID }) => OPPORTUNITY_ID)).toEqual([ids[1_234]]);
	});

	it('shows in a manual run the newest record as if it were deleted', async () => {
		const { simulator, add } = await watch('memory', deleted);
		await expect(simulator.fetchTestEvent()).rejects.toThrow('There are no opportunities yet');
		add('One');
		const id = add('Two');
		const shown = await simulator.fetchTestEvent();
		expect(shown?.flat().map(({ json }) => json)).toEqual([
			{ OPPORTUNITY_ID: id, title: 'Two', deleted: true },
		]);
	});

	it('reports nothing when a list that was full comes empty', async () => {
		const { sandbox, simulator, add } = await watch('durableCursors', deleted);
		add('One');
		add('Two');
		await simulator.activate();
		await simulator.tick();
		sandbox.faults.next({ kind: 'status', status: 200, text: '[]' } as never);
		await simulator.tick();
		expect(simulator.items).toEqual([]);
		await simulator.tick();
		expect(simulator.items).toEqual([]);
	});

	it('is offered for every record type that has a list', () => {
		const { properties } = new InsightlyTrigger().description;
		const offered = properties.filter(({ name }) => name === 'event');
		const types = offered.flatMap(({ displayOptions }) => displayOptions?.show?.resource ?? []);
		const withDeleted = offered
			.filter(({ options }) => options?.some((one) => 'value' in one && one.value === 'deleted'))
			.flatMap(({ displayOptions }) => displayOptions?.show?.resource ?? []);
		expect(types.length).toBeGreaterThan(35);
		expect(withDeleted).toEqual(types);
	});
});

describe.each(pollEngines)('Stage Changed under the engine "%s"', (engine) => {
	it('starts only when the stage is another one, and says which it was', async () => {
		const parameters = { resource: 'opportunity', event: 'stageChanged' };
		const { simulator, tick, add, change } = await watch(engine, parameters);
		const old = add('Old', { PIPELINE_ID: 7 });
		await tick().catch(() => {});
		await simulator.activate();
		await tick();
		change(old, { OPPORTUNITY_NAME: 'Renamed' });
		await tick();
		expect(simulator.items).toEqual([]);
		change(old, { STAGE_ID: 2 });
		await tick();
		change(old, { STAGE_ID: 3, PIPELINE_ID: 8 });
		await tick();
		await tick();
		expect(
			simulator.items.map(({ STAGE_ID, changedFields, previous }) => [
				STAGE_ID,
				changedFields,
				previous,
			]),
		).toEqual([
			[2, ['STAGE_ID'], { STAGE_ID: 1 }],
			[3, ['PIPELINE_ID', 'STAGE_ID'], { PIPELINE_ID: 7, STAGE_ID: 2 }],
		]);
	});
});

describe('Fields to Watch', () => {
	const custom = (value: string) => ({
		CUSTOMFIELDS: [{ FIELD_NAME: 'Nickname__c', FIELD_VALUE: value }],
	});

	it('takes custom fields, and reports new records whatever they hold', async () => {
		const { simulator, tick, add, change } = await watch('durableCursors', {
			resource: 'opportunity',
			event: 'createdOrUpdated',
			options: { watchedFields: ['Nickname__c'] },
		});
		const old = add('Old', custom('North'));
		await simulator.activate();
		await tick();
		const fresh = add('New', custom('East'));
		await tick();
		change(fresh, { OPPORTUNITY_NAME: 'New, renamed' });
		change(old, custom('South'));
		await tick();
		await tick();
		expect(
			simulator.items.map(({ OPPORTUNITY_NAME, changedFields, previous }) => [
				OPPORTUNITY_NAME,
				changedFields,
				previous,
			]),
		).toEqual([
			['New', undefined, undefined],
			['Old', ['Nickname__c'], { Nickname__c: 'North' }],
		]);
	});

	it('goes on from the old watermark when other fields are chosen', async () => {
		const parameters = { resource: 'opportunity', event: 'updated' };
		const { simulator, tick, add, change } = await watch('scheduler', {
			...parameters,
			options: { watchedFields: ['STAGE_ID'] },
		});
		const old = add('Old', { BID_AMOUNT: 5 });
		await simulator.activate();
		await tick();
		simulator.configure({ ...parameters, options: { watchedFields: ['BID_AMOUNT'] } } as never);
		await simulator.activate();
		change(old, { BID_AMOUNT: 6 });
		await tick();
		await tick();
		expect(simulator.items.map(({ previous }) => previous)).toEqual([{ BID_AMOUNT: 5 }]);
	});
});
