import fc from 'fast-check';

import { PostHogInsights } from '../../../nodes/PostHogInsights/PostHogInsights.node';
import { PostHogInsightsTrigger } from '../../../nodes/PostHogInsights/PostHogInsightsTrigger.node';
import type { PostHogSandboxOptions, PostHogSwitches } from '../../../sandbox/posthog';
import { betweenPages } from '../../support/betweenPages';
import { listSearch } from '../../support/nodeMethods';
import { PollSimulator } from '../../support/pollSimulator';
import { locator, openStage, type Stage } from './support';

const TELLINGS: Array<PostHogSwitches['pagesTell']> = [
	'count and next',
	'count',
	'next',
	'nothing',
];

const open: Stage[] = [];

afterEach(async () => {
	await Promise.all(open.splice(0).map(async ({ sandbox }) => await sandbox.close()));
});

/** A project with so many insights, made one after the other. */
async function stageOf(insights: number, switches: PostHogSandboxOptions['switches'] = {}) {
	const clock = '2026-03-01T12:00:00Z';
	const stage = await openStage({ seed: 'empty', rateLimit: false, clock, switches });
	open.push(stage);
	const { store, clock: time } = stage.sandbox;
	const add = (name = 'One') => {
		time.advance(1_000);
		return store.insert({ name }).id;
	};
	const ids = Array.from({ length: insights }, (_, index) => add(`N${index}N`));
	const read = async (more = {}) =>
		(await stage.rows('insight.getMany', { returnAll: true, ...more })).map(({ id }) => Number(id));
	return { ...stage, ids, read, add };
}

const sorted = (ids: number[]) => [...ids].sort((a, b) => a - b);

describe('a list of insights', () => {
	it.each(TELLINGS)('is whole where pages are short and tell %s', async (pagesTell) => {
		const { ids, read, sandbox } = await stageOf(250, { largestPage: 40, pagesTell });
		expect(await read()).toEqual([...ids].reverse());
		expect(sandbox.violations).toEqual([]);
	});

	it.each(TELLINGS)(
		'is whole as CSV files where pages are short and tell %s',
		async (pagesTell) => {
			const { run, sandbox } = await stageOf(90, { largestPage: 40, pagesTell });
			const { items, error } = await run('insight.getMany', {
				returnAll: true,
				options: { format: 'csv' },
			});
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.fileName)).toEqual(
				[1, 2, 3].map((n) => `insights-${n}.csv`),
			);
			expect(sandbox.violations).toEqual([]);
		},
	);

	it('gives no file when there is none', async () => {
		const { run } = await stageOf(0);
		const { items, error } = await run('insight.getMany', { options: { format: 'csv' } });
		expect([items, error]).toEqual([[], undefined]);
	});

	it('is read again as CSV when insights are deleted while it is read', async () => {
		const { run, sandbox, ids } = await stageOf(250);
		betweenPages(sandbox.faults, /insights/, (page) => {
			const gone = sandbox.store.all(1).find(({ id }) => id === ids[249 - page]);
			if (page === 1 && gone) gone.deleted = true;
		});
		const { items } = await run('insight.getMany', { returnAll: true, options: { format: 'csv' } });
		const texts = items.map(({ binary }) =>
			Buffer.from(binary?.data.data ?? '', 'base64').toString(),
		);
		const text = texts.join();
		const lost = ids.map((_id, index) => `N${index}N`).filter((name) => !text.includes(name));
		expect(lost).toEqual(['N248N']);
	});

	it('loses none when others are deleted and added between its pages, whatever it is sorted by', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('created_at', 'updated_at', 'name', 'id'),
				fc.array(fc.nat(249), { minLength: 1, maxLength: 3 }),
				fc.nat(2),
				async (orderBy, places, added) => {
					const { ids, read, sandbox, add } = await stageOf(250);
					const stay = new Set(ids);
					betweenPages(sandbox.faults, /insights/, (page) => {
						const place = places[page - 1];
						const gone = sandbox.store.all(1).find(({ id }) => id === ids[place ?? -1]);
						if (!gone) return;
						gone.deleted = true;
						stay.delete(gone.id);
						for (let more = 0; more < added; more++) add();
					});
					const found = await read({ options: { orderBy } });
					expect(new Set(found).size).toBe(found.length);
					expect([...stay].filter((id) => !found.includes(id))).toEqual([]);
				},
			),
			{ numRuns: 8 },
		);
	}, 60_000);

	it('has an insight that was changed, and so jumped to the front, while it was read', async () => {
		const { ids, read, sandbox } = await stageOf(250);
		betweenPages(sandbox.faults, /insights/, (page) => {
			if (page > 1) return;
			sandbox.clock.advance(1_000);
			sandbox.store.all(1).forEach((insight) => {
				if (insight.id === ids[20]) insight.updated_at = sandbox.clock.now();
			});
		});
		expect(sorted(await read({ options: { orderBy: 'updated_at' } }))).toEqual(ids);
	});

	it('is offered whole to pick from where pages are short', async () => {
		const stage = await stageOf(95, { largestPage: 40 });
		const found: number[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await listSearch(new PostHogInsights(), 'searchInsights', {
				parameters: { resource: 'insight', operation: 'get', project: locator(1) },
				credentials: stage.credentials(),
				...(paginationToken ? { paginationToken } : {}),
			});
			found.push(...page.results.map(({ value }) => Number(value)));
			paginationToken = page.paginationToken as string | undefined;
		} while (paginationToken !== undefined);
		expect(sorted(found)).toEqual(stage.ids);
	});
});

describe('the trigger', () => {
	it.each(TELLINGS)('reports all insights where pages are short and tell %s', async (pagesTell) => {
		const { sandbox, credentials, add } = await stageOf(3, { largestPage: 20, pagesTell });
		const simulator = await PollSimulator.create({
			engine: 'memory',
			nodeType: new PostHogInsightsTrigger(),
			parameters: { project: locator(1), event: 'insightCreated' },
			credentials: credentials(),
		});
		await simulator.activate();
		for (let index = 0; index < 70; index++) add();
		sandbox.clock.advance(60_000);
		await simulator.tick();
		expect(simulator.errors).toEqual([]);
		expect(simulator.items).toHaveLength(70);
	});
});
