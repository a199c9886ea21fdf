import type { Account } from '../../../nodes/shared/request/account';
import { httpOptions, renewalStatuses } from '../../../nodes/shared/request/httpOptions';
import type { ApiRequest, ApiService } from '../../../nodes/shared/request/types';

const accountOf = (service: Partial<ApiService> = {}): Account =>
	({
		service: { name: 'Service', ...service },
		credentialType: 'anyApi',
		baseUrl: 'https://service.example',
	}) as unknown as Account;

const get: ApiRequest = { method: 'GET', path: '/things' };

const optionsOf = (request: ApiRequest, service?: Partial<ApiService>) =>
	httpOptions(accountOf(service), { skipSslCertificateValidation: true }, request, 5_000);

describe('a request in the words of n8n', () => {
	it('follows no redirect, and takes every status for an answer', () => {
		expect(optionsOf({ ...get, query: { a: [1, 2] } })).toEqual({
			skipSslCertificateValidation: true,
			baseURL: 'https://service.example',
			url: '/things',
			method: 'GET',
			qs: { a: [1, 2] },
			body: undefined,
			headers: { Accept: 'application/json' },
			encoding: 'text',
			timeout: 5_000,
			arrayFormat: 'repeat',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		});
	});

	it('has the headers of the service, then its own', () => {
		const headers = { 'X-Own': 'request' };
		const service = { headers: { 'X-Own': 'service', 'X-Other': 'service' } };
		expect(optionsOf({ ...get, headers }, service).headers).toEqual({
			Accept: 'application/json',
			'X-Own': 'request',
			'X-Other': 'service',
		});
	});

	it.each([
		['json', 'text', { Accept: 'application/json' }],
		['text', 'text', { Accept: 'application/json' }],
		['binary', 'arraybuffer', { Accept: '*/*' }],
		['stream', 'stream', { Accept: '*/*', 'Accept-Encoding': 'identity' }],
	] as const)('asks for %s', (responseType, encoding, headers) => {
		expect(optionsOf({ ...get, responseType })).toMatchObject({ encoding, headers });
	});

	it.each([[{}], [[]]])('sends %j although n8n would leave it out', (body) => {
		const options = optionsOf({ ...get, method: 'PUT', body });
		expect(options.body).toBe(JSON.stringify(body));
		expect(options.headers).toMatchObject({ 'Content-Type': 'application/json' });
	});

	it.each([[{ a: 1 }], [[1]], ['text'], [Buffer.from('')], [null], [undefined]])(
		'sends a body as it is: %j',
		(body) => {
			const options = optionsOf({ ...get, method: 'PUT', body: body as ApiRequest['body'] });
			expect(options.body).toBe(body);
			expect(options.headers).toEqual({ Accept: 'application/json' });
		},
	);

	it('lets n8n see the statuses that renew a token', () => {
		const service = { renewsTokenOn: (type: string) => (type === 'anyApi' ? [401] : undefined) };
		expect(optionsOf(get, service).ignoreHttpStatusErrors).toEqual({ ignore: true, except: [401] });
		expect(renewalStatuses(accountOf(service))).toEqual([401]);
		expect(renewalStatuses(accountOf())).toBeUndefined();
	});
});
