import { PostHogInsightsTrigger } from '../../../nodes/PostHogInsights/PostHogInsightsTrigger.node';
import { PollSimulator } from '../../support/pollSimulator';
import { skipWaits } from './skipWaits';
import { locator, openStage, type Stage } from './support';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: jest.fn(),
}));

describe('the limits of requests', () => {
	let stage: Stage;

	beforeEach(async () => {
		skipWaits();
		stage = await openStage();
	});

	afterEach(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
		jest.restoreAllMocks();
	});

	const limited = (requestsPerMinute: number, requestsPerHour: number) => ({
		postHogInsightsApi: {
			...stage.credentials().postHogInsightsApi,
			requestsPerMinute,
			requestsPerHour,
		},
	});

	it('are kept to by a workflow, which waits for as long as it takes', async () => {
		stage.sandbox.throttle.limits.insights = { perMinute: 3, perHour: 6 };
		const { items, error } = await stage.run(
			'insight.get',
			{ insight: locator(1) },
			{
				items: Array.from({ length: 8 }, () => ({ json: {} })),
				credentials: limited(3, 6),
			},
		);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(8);
		expect(stage.sandbox.requests.map(({ status }) => status)).toEqual(Array(8).fill(200));
	});

	it('let a poll that would have to wait for long be refused instead', async () => {
		const simulator = await PollSimulator.create({
			engine: 'memory',
			nodeType: new PostHogInsightsTrigger(),
			parameters: { project: locator(1), event: 'insightUpdated' },
			credentials: limited(0, 3),
		});
		await simulator.activate();
		for (let poll = 0; poll < 4; poll++) await simulator.tick();
		expect(stage.sandbox.requests).toHaveLength(3);
		expect(simulator.errors).toHaveLength(3);
		expect(simulator.errors[0].message).toMatch(
			/^The requests that PostHog allows are used up for \d\d minutes$/,
		);
	});
});
