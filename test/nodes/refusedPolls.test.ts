import type { IDataObject, INodeType } from 'n8n-workflow';

import { InsightlyTrigger } from '../../nodes/Insightly/InsightlyTrigger.node';
import { PostHogInsightsTrigger } from '../../nodes/PostHogInsights/PostHogInsightsTrigger.node';
import { SpotlerCrmTrigger } from '../../nodes/SpotlerCrm/SpotlerCrmTrigger.node';
import { PollSimulator } from '../support/pollSimulator';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: jest.fn(async () => {}),
}));

interface Service {
	name: string;
	nodeType: INodeType;
	parameters: IDataObject;
	credentials: (host: string) => Record<string, IDataObject>;
	/** How a wrong key is answered. */
	wrongKey: number;
}

const SERVICES: Service[] = [
	{
		name: 'Insightly',
		nodeType: new InsightlyTrigger(),
		parameters: { resource: 'contact', event: 'createdOrUpdated' },
		credentials: (host) => ({ insightlyApi: { apiKey: 'key', apiUrl: `${host}/v3.1` } }),
		wrongKey: 401,
	},
	{
		name: 'Spotler CRM',
		nodeType: new SpotlerCrmTrigger(),
		parameters: { resource: 'account', event: 'createdOrUpdated' },
		credentials: (host) => ({ spotlerCrmApi: { accessToken: 'token', baseUrl: host } }),
		wrongKey: 401,
	},
	{
		name: 'PostHog',
		nodeType: new PostHogInsightsTrigger(),
		parameters: { event: 'insightUpdated', project: { __rl: true, mode: 'id', value: '1' } },
		credentials: (host) => ({
			postHogInsightsApi: { region: 'selfHosted', url: host, apiKey: 'phx_key' },
		}),
		wrongKey: 401,
	},
];

let hosts = 0;

/** A trigger whose every request is answered in one way. */
async function refused(
	{ nodeType, parameters, credentials }: Service,
	status: number,
	headers: Record<string, string> = {},
) {
	let requests = 0;
	const n8n = await PollSimulator.create({
		engine: 'durableCursors',
		nodeType,
		parameters: parameters as never,
		credentials: credentials(`https://refused-${++hosts}.example.com`) as never,
		transport: async () => {
			requests += 1;
			return { statusCode: status, headers, body: '{}' } as never;
		},
	});
	await n8n.tick();
	return {
		n8n,
		requests: () => requests,
		failure: () => (n8n.errors[0] as Error & { failure?: IDataObject }).failure,
	};
}

describe.each(SERVICES)('polls of $name that are refused', (service) => {
	it('say how long to stay away after 429', async () => {
		const { failure } = await refused(service, 429, { 'retry-after': '600' });
		expect(failure()).toMatchObject({ cause: 'rate-limited' });
		expect(Number(failure()?.retryAfterMs)).toBeGreaterThan(590_000);
	});

	it.each([500, 502, 503])('say that it passes after %i', async (status) => {
		const { failure } = await refused(service, status);
		expect(failure()).toMatchObject({ cause: 'temporarily-unavailable' });
	});

	it('say that the key is wrong, and ask only once in each poll', async () => {
		const { failure, n8n, requests } = await refused(service, service.wrongKey);
		expect(failure()).toMatchObject({ cause: 'credential-invalid' });
		expect(requests()).toBe(1);
		for (let poll = 0; poll < 5; poll++) await n8n.tick();
		expect(requests()).toBeLessThanOrEqual(6);
		expect(n8n.errors).toHaveLength(6);
	});
});
