import type { IPollFunctions } from 'n8n-workflow';

import { ApiClient } from '../../../nodes/shared/request/client';
import type { ApiService } from '../../../nodes/shared/request/types';

const service: ApiService = {
	name: 'Service',
	credentialType: () => 'anyApi',
	baseUrl: () => 'https://service.example',
	limits: () => [],
	maxInFlight: 4,
	explain: () => undefined,
	errorText: () => undefined,
};

/** What n8n gives a poll, with a service whose answers take their time by the clock of this test. */
function poll({ budgetMs, takesMs }: { budgetMs: number; takesMs: number }) {
	let now = Date.now();
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	const timeouts: number[] = [];
	const httpRequestWithAuthentication = async (_type: string, { timeout }: { timeout: number }) => {
		timeouts.push(timeout);
		now += takesMs;
		return await Promise.resolve({ statusCode: 200, headers: {}, body: '[]' });
	};
	const context = {
		getNode: () => ({ name: 'Trigger', credentials: {} }),
		getCredentials: async () => await Promise.resolve({ apiKey: `key ${Math.random()}` }),
		getPollBudgetMs: () => budgetMs,
		helpers: { httpRequestWithAuthentication },
	} as unknown as IPollFunctions;
	return { context, timeouts };
}

const get = { method: 'GET', path: '/things' } as const;

afterEach(() => jest.restoreAllMocks());

describe('a poll with 36 seconds', () => {
	it('gives each request what is left of them', async () => {
		const { context, timeouts } = poll({ budgetMs: 36_000, takesMs: 10_000 });
		const client = await ApiClient.create(context, service);
		for (let request = 0; request < 3; request++) await client.send(get);
		expect(timeouts).toEqual([34_200, 24_200, 14_200]);
	});

	it('asks for nothing more when they are over, and says so', async () => {
		const { context, timeouts } = poll({ budgetMs: 36_000, takesMs: 20_000 });
		const client = await ApiClient.create(context, service);
		await client.send(get);
		await client.send(get);
		await expect(client.send(get)).rejects.toThrow('The time that n8n gives a poll was used up');
		expect(timeouts).toEqual([34_200, 14_200]);
	});

	it('gives no request more than the node allows it', async () => {
		const { context, timeouts } = poll({ budgetMs: 3_600_000, takesMs: 1_000 });
		const client = await ApiClient.create(context, service, { timeout: 5_000 });
		await client.send(get);
		await client.send({ ...get, timeoutMs: 300_000 });
		expect(timeouts).toEqual([5_000, 5_000]);
	});

	it('does not wait for a service longer than it lasts', async () => {
		const { context } = poll({ budgetMs: 36_000, takesMs: 10_000 });
		const asked: unknown[] = [];
		context.helpers.httpRequestWithAuthentication = (async () => {
			asked.push(1);
			const headers = { 'retry-after': '50' };
			return await Promise.resolve({ statusCode: 503, headers, body: '' });
		}) as never;
		const client = await ApiClient.create(context, service);
		await expect(client.send(get)).rejects.toThrow('could not process the request');
		expect(asked).toHaveLength(1);
	});
});

it('a run of a workflow has no such end', async () => {
	const { context, timeouts } = poll({ budgetMs: 0, takesMs: 3_600_000 });
	Object.assign(context, { getPollBudgetMs: undefined });
	const client = await ApiClient.create(context, service);
	await client.send(get);
	await client.send({ ...get, timeoutMs: 300_000 });
	expect(timeouts).toEqual([60_000, 300_000]);
});
