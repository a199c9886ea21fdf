import { openAccount } from '../../../nodes/shared/request/account';
import type { ApiService, RequestContext } from '../../../nodes/shared/request/types';

const service: ApiService = {
	name: 'Service',
	credentialType: () => 'anyApi',
	baseUrl: ({ url }) => String(url ?? 'https://service.example'),
	limits: () => [],
	maxInFlight: 4,
	explain: () => undefined,
	errorText: () => undefined,
};

/** An account through a credential with this ID and these values. */
const accountOf = async (id: string, values: object) =>
	await openAccount(
		{
			getNode: () => ({ name: 'Node', credentials: { anyApi: { id, name: id } } }),
			getCredentials: async () => await Promise.resolve(values),
		} as unknown as RequestContext,
		service,
	);

const KEY = 'a-key-that-nobody-may-read';

describe('an account', () => {
	it('is its address and its key, whatever the credential: all share one limit', async () => {
		const [one, other] = [
			await accountOf('1', { apiKey: KEY }),
			await accountOf('2', { apiKey: KEY }),
		];
		expect(one.name).toBe(other.name);
		expect(one.limiter).toBe(other.limiter);
	});

	it.each([
		['another key', { apiKey: 'another-key-of-the-same-service' }],
		['another address', { apiKey: KEY, url: 'https://elsewhere.example' }],
	])('is another one with %s', async (_what, values) => {
		const one = await accountOf('1', { apiKey: KEY });
		const other = await accountOf('1', values);
		expect(other.name).not.toBe(one.name);
		expect(other.limiter).not.toBe(one.limiter);
	});

	it('takes the token for the key, and the ID of the credential where there is no lasting key', async () => {
		const [one, other] = [
			await accountOf('1', { accessToken: KEY }),
			await accountOf('2', { accessToken: KEY }),
		];
		expect(one.name).toBe(other.name);
		for (const none of [{}, { apiKey: '' }, { apiKey: 5 }]) {
			expect((await accountOf('7', none)).name).toBe('https://service.example 7');
		}
	});

	it('never has its key in its name', async () => {
		expect((await accountOf('1', { apiKey: KEY })).name).not.toContain(KEY);
	});

	it('knows what nobody may read', async () => {
		const { secrets } = await accountOf('1', { apiKey: KEY, url: 'https://service.example' });
		expect(secrets).toContain(KEY);
		expect(secrets).not.toContain('https://service.example');
	});

	it('says what to correct when its address cannot be right', async () => {
		const wrong: ApiService = {
			...service,
			baseUrl: () => {
				throw new Error('"x y" is no address');
			},
		};
		const context = {
			getNode: () => ({ name: 'Node' }),
			getCredentials: async () => await Promise.resolve({}),
		} as unknown as RequestContext;
		await expect(openAccount(context, wrong)).rejects.toMatchObject({
			message: '"x y" is no address',
			description: 'Correct the address in the credential.',
		});
	});
});
