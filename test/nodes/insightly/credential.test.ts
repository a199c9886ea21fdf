import { InsightlyApi } from '../../../credentials/InsightlyApi.credentials';
import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import { insightlyBaseUrl } from '../../../nodes/Insightly/api/baseUrl';
import { testCredential } from '../../support/testCredential';
import { byId, openAccount } from './account';

describe('the API URL', () => {
	it.each([
		'https://api.eu1.insightly.com/v3.1',
		'https://api.eu1.insightly.com/v3.1/',
		'https://api.eu1.insightly.com/',
		'https://api.eu1.insightly.com',
		'api.eu1.insightly.com/v3.1',
		'api.eu1.insightly.com',
		'  EU1 ',
		'eu1',
	])('%j is understood', (apiUrl) => {
		expect(insightlyBaseUrl(apiUrl)).toBe('https://api.eu1.insightly.com/v3.1');
	});

	it.each(['http://127.0.0.1:4010/v3.1', 'http://localhost:4010/', 'http://[::1]:4010'])(
		'%j may be unencrypted, because it stays on this machine',
		(apiUrl) => {
			expect(insightlyBaseUrl(apiUrl)).toMatch(/^http:\/\/.*:4010\/v3\.1$/);
		},
	);

	it.each(['http://api.na1.insightly.com/v3.1', 'http://127.0.0.1.example.com', 'ftp://x.example'])(
		'%j is refused, because the key would travel unencrypted',
		(apiUrl) => {
			expect(() => insightlyBaseUrl(apiUrl)).toThrow('unencrypted');
		},
	);

	it.each(['', '   ', 'https://', 'https://na1 insightly', 'insightly'])(
		'%j is refused as no address',
		(apiUrl) => {
			expect(() => insightlyBaseUrl(apiUrl)).toThrow(/is empty|is not an address/);
		},
	);
});

describe('the Test button', () => {
	const test = async (values: Record<string, string>) =>
		await testCredential(new InsightlyApi(), values, new Insightly());

	it('is content with a good key', async () => {
		const { credentials, sandbox } = await openAccount();
		const { status } = await test(credentials.insightlyApi as never);
		expect(status).toBe('OK');
		expect(sandbox.requests).toEqual([
			expect.objectContaining({ method: 'GET', path: '/Users/Me' }),
		]);
	});

	it('says that the key is wrong', async () => {
		const { url } = await openAccount();
		const { status, message } = await test({ apiKey: 'nonsense', apiUrl: url });
		expect(status).toBe('Error');
		expect(message).toContain('Insightly did not accept the API key');
		expect(message).not.toContain('nonsense');
	});

	it('says that there is no such host', async () => {
		const { message } = await test({ apiKey: 'k', apiUrl: 'https://api.na1.insightly.invalid' });
		expect(message).toMatch(/There is no server at|could not be looked up/);
		expect(message).toContain('api.na1.insightly.invalid');
	});

	it('says that nobody listens', async () => {
		const { message } = await test({ apiKey: 'k', apiUrl: 'http://127.0.0.1:9' });
		expect(message).toContain('127.0.0.1:9 refused the connection');
	});

	it.each([
		[{ apiKey: 'k', apiUrl: 'http://api.na1.insightly.com' }, 'unencrypted'],
		[{ apiKey: 'k', apiUrl: '' }, 'is empty'],
		[{ apiKey: ' ', apiUrl: 'na1' }, 'The API key of the Insightly credential is empty'],
	])('explains %j without sending anything', async (values, text) => {
		const { status, message } = await test(values);
		expect(status).toBe('Error');
		expect(message).toContain(text);
	});

	it('is not fooled by a page that answers everything', async () => {
		const { url, sandbox } = await openAccount();
		sandbox.faults.next({ fault: { kind: 'html', status: 200 } });
		const { status, message } = await test({ apiKey: 'k', apiUrl: url });
		expect(status).toBe('Error');
		expect(message).toContain('something other than data');
	});
});

describe('the key', () => {
	it('does not follow a redirect to another host, neither in a run nor in the test', async () => {
		const { run, sandbox, credentials } = await openAccount();
		const stranger = await openAccount();
		const fault = { kind: 'redirect', to: `${stranger.url}/Contacts` } as const;
		sandbox.faults.next({ times: 2, fault });
		const { error } = await run({ resource: 'contact', operation: 'get', recordId: byId(1) });
		const { message } = await testCredential(
			new InsightlyApi(),
			credentials.insightlyApi,
			new Insightly(),
		);
		expect(error?.message).toContain('sent the request on to another address');
		expect(message).toContain('sent the request on to another address');
		expect(stranger.sandbox.requests).toEqual([]);
	});

	it('is not put on a request to another host', async () => {
		const authenticate = new InsightlyApi().authenticate(
			{ apiKey: 'secret', apiUrl: 'na1' },
			{ url: 'https://stranger.example/v3.1/Users/Me' },
		);
		await expect(authenticate).rejects.toThrow('only sent to api.na1.insightly.com');
	});

	it('is put on a request to its own host, as the user name of HTTP Basic', async () => {
		const options = await new InsightlyApi().authenticate(
			{ apiKey: ' secret ', apiUrl: 'na1' },
			{ url: 'https://api.na1.insightly.com/v3.1/Users/Me' },
		);
		expect(options.headers?.Authorization).toBe(
			`Basic ${Buffer.from('secret:').toString('base64')}`,
		);
	});
});
