import { minute, setScene, told } from './scene';
import { pollEngines } from '../support/pollSimulator';

describe.each(pollEngines)('a manual run under the engine "%s"', (engine) => {
	it('shows the newest rows in a manual run and leaves the state alone', async () => {
		const { n8n, source } = await setScene(engine, {
			manualLimit: 2,
			matches: (row) => row.id !== '3',
		});
		await n8n.activate();
		for (let index = 0; index < 3; index++) {
			source.now += minute;
			source.create();
		}
		const before = JSON.stringify(n8n.database.readStaticData());
		const shown = await n8n.fetchTestEvent();
		expect(shown?.[0].map(({ json }) => json.id)).toEqual([2]);
		expect(JSON.stringify(n8n.database.readStaticData())).toBe(before);
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0', '2@0']);
	});

	it('finds the one that matches behind 60 newer ones that do not', async () => {
		const { n8n, source } = await setScene(engine, { matches: (row) => row.id === '1' });
		await n8n.activate();
		for (let index = 0; index < 61; index++) {
			source.now += minute;
			source.create();
		}
		const shown = await n8n.fetchTestEvent();
		expect(shown?.[0].map(({ json }) => json.id)).toEqual([1]);
	});

	it('says how many were looked at when none of them matches', async () => {
		const { n8n, source } = await setScene(engine, { matches: () => false });
		await n8n.activate();
		for (let index = 0; index < 61; index++) {
			source.now += minute;
			source.create();
		}
		await expect(n8n.fetchTestEvent()).rejects.toMatchObject({
			description: expect.stringContaining('The newest 61 were looked at') as string,
		});
	});

	it('says in a manual run without rows what to do', async () => {
		const { n8n } = await setScene(engine, { rowsName: 'contacts' });
		await expect(n8n.fetchTestEvent()).rejects.toThrow('No contacts to show for this test');
	});
});

describe('two polls of one node at once', () => {
	it('end with one of them returning nothing', async () => {
		const { n8n, source } = await setScene('memory');
		await n8n.activate();
		source.now += minute;
		source.create();
		const before = source.requests;
		await Promise.all([n8n.tick(), n8n.tick()]);
		expect(source.requests - before).toBe(1);
		expect(told(n8n)).toEqual(['1@0']);
	});

	it('do not hand out rows twice even when the first has been given up on', async () => {
		const { n8n, source } = await setScene('memory', {}, {});
		await n8n.activate();
		source.now += minute;
		source.create();
		let second: Promise<void> | undefined;
		const clock = jest.spyOn(Date, 'now');
		source.afterAnswer = () => {
			if (second) return;
			clock.mockReturnValue(Date.UTC(2999, 0));
			second = n8n.tick();
		};
		await n8n.tick();
		await second;
		clock.mockRestore();
		expect(told(n8n)).toEqual(['1@0']);
	});
});

describe('a backlog that n8n loses in a crash at activation', () => {
	it('is handed out again where the engine keeps cursors with executions', async () => {
		const backlogSince = Date.UTC(2026, 0, 5, 9, 0, 0);
		const { n8n, source } = await setScene('durableCursors', { backlogSince });
		source.create();
		source.now += minute;
		await n8n.activate('afterState');
		expect(n8n.items).toEqual([]);
		await n8n.tick();
		expect(told(n8n)).toEqual(['1@0']);
	});
});
