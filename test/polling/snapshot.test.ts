import type { INodeType, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { runSnapshotPoll } from '../../nodes/shared/polling';
import { pollEngines, PollSimulator } from '../support/pollSimulator';

/** A trigger that reports each change of one number, and remembers silently when it is negative. */
function numberTrigger(source: {
	value?: number | Error;
	scope: string;
	looks: number;
}): INodeType {
	return {
		description: {
			displayName: 'Number Trigger',
			name: 'numberTrigger',
			group: ['trigger'],
			version: 1,
			description: 'Watches a number',
			defaults: {},
			polling: true,
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async poll(this: IPollFunctions) {
			return await runSnapshotPoll<number, number>(this, {
				scope: source.scope,
				look: async () => {
					source.looks += 1;
					if (source.value instanceof Error) return await Promise.reject(source.value);
					return source.value;
				},
				remember: (now) => now,
				compare: (memory, now) => ({
					memory: now,
					emit: now !== memory && now >= 0 ? [{ from: memory, to: now }] : [],
				}),
				isMemory: (kept): kept is number => typeof kept === 'number',
				show: (now) => [{ now }],
				rowsName: 'numbers',
			});
		},
	};
}

describe.each(pollEngines)('watching a present state with the engine %s', (engine) => {
	const watch = async () => {
		const source = { value: 1 as number | Error | undefined, scope: 'one', looks: 0 };
		const simulator = await PollSimulator.create({ engine, nodeType: numberTrigger(source) });
		return { source, simulator };
	};

	it('reports nothing at first, then each change once, across restarts', async () => {
		const { source, simulator } = await watch();
		await simulator.activate();
		await simulator.tick();
		source.value = 2;
		await simulator.tick();
		await simulator.tick();
		await simulator.restart();
		await simulator.tick();
		source.value = 3;
		await simulator.tick();
		expect(simulator.items).toEqual([
			{ from: 1, to: 2 },
			{ from: 2, to: 3 },
		]);
	});

	it('remembers what it did not report', async () => {
		const { source, simulator } = await watch();
		await simulator.activate();
		for (const value of [5, -1, 5]) {
			source.value = value;
			await simulator.tick();
		}
		expect(simulator.items).toEqual([
			{ from: 1, to: 5 },
			{ from: -1, to: 5 },
		]);
	});

	it('forgets nothing while there is nothing to compare, or a look fails', async () => {
		const { source, simulator } = await watch();
		await simulator.activate();
		for (const value of [undefined, new Error('down'), 1, 2]) {
			source.value = value;
			await simulator.tick();
		}
		expect(simulator.items).toEqual([{ from: 1, to: 2 }]);
		expect(simulator.errors.map(({ message }) => message)).toEqual(['down']);
	});

	it('reports a change again when n8n dies before anything is saved', async () => {
		const { source, simulator } = await watch();
		await simulator.activate();
		await simulator.tick();
		source.value = 2;
		await simulator.tick('beforeSaving');
		await simulator.tick();
		expect(simulator.items).toEqual([{ from: 1, to: 2 }]);
	});

	it('starts anew for another scope', async () => {
		const { source, simulator } = await watch();
		await simulator.activate();
		Object.assign(source, { scope: 'two', value: 7 });
		await simulator.tick();
		await simulator.tick();
		expect(simulator.items).toEqual([]);
		source.value = 8;
		await simulator.tick();
		expect(simulator.items).toEqual([{ from: 7, to: 8 }]);
	});

	it('shows the present state in a manual run and leaves the state alone', async () => {
		const { source, simulator } = await watch();
		const output = await simulator.fetchTestEvent();
		expect(output?.flat().map(({ json }) => json)).toEqual([{ now: 1 }]);
		expect(simulator.database.readStaticData()).toEqual({});
		source.value = undefined;
		await expect(simulator.fetchTestEvent()).rejects.toThrow('No numbers to show for this test');
	});
});
