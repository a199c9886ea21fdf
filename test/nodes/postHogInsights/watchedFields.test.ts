import { PostHogInsightsTrigger } from '../../../nodes/PostHogInsights/PostHogInsightsTrigger.node';
import { pollEngines, PollSimulator, type PollEngine } from '../../support/pollSimulator';
import { locator, openStage, type Stage } from './support';

const MINUTE = 60_000;

describe.each(pollEngines)(
	'Fields to Watch of insights, with the engine %s',
	(engine: PollEngine) => {
		let stage: Stage;

		beforeEach(async () => {
			stage = await openStage({ clock: '2026-03-01T12:00:00Z' });
		});

		afterEach(async () => {
			expect(stage.sandbox.violations).toEqual([]);
			await stage.sandbox.close();
		});

		const watch = async (...watchedFields: string[]) => {
			const { clock, store } = stage.sandbox;
			const simulator = await PollSimulator.create({
				engine,
				nodeType: new PostHogInsightsTrigger(),
				parameters: { project: locator(1), event: 'insightUpdated', options: { watchedFields } },
				credentials: stage.credentials(),
			});
			const insight = store.insert({ name: 'Paid', tags: ['b', 'a'] });
			clock.advance(MINUTE);
			await simulator.activate();
			return {
				simulator,
				change: async (changes: Parameters<typeof store.update>[1]) => {
					clock.advance(MINUTE);
					store.update(insight.id, changes);
					clock.advance(MINUTE);
					await simulator.tick();
					expect(simulator.errors).toEqual([]);
				},
			};
		};

		it('start the workflow only for these, and tell what they were', async () => {
			const { simulator, change } = await watch('name');
			await change({ description: 'Another text' });
			expect(simulator.items).toEqual([]);
			await change({ name: 'Paid accounts' });
			expect(simulator.items).toMatchObject([
				{ name: 'Paid accounts', changedFields: ['name'], previous: { name: 'Paid' } },
			]);
		});

		it('know queries and tags, whose order means nothing', async () => {
			const { simulator, change } = await watch('tags', 'query');
			await change({ tags: ['a', 'b'] });
			expect(simulator.items).toEqual([]);
			await change({ tags: ['a'] });
			await change({ query: { kind: 'HogQLQuery', query: 'select 1' } });
			expect(simulator.items.map(({ changedFields }) => changedFields)).toEqual([
				['tags'],
				['query'],
			]);
		});
	},
);
