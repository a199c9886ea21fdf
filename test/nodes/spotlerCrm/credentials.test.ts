import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { SpotlerCrmApi } from '../../../credentials/SpotlerCrmApi.credentials';
import { SpotlerCrmOAuth2Api } from '../../../credentials/SpotlerCrmOAuth2Api.credentials';
import { cleanToken } from '../../../nodes/SpotlerCrm/api/authenticate';
import { spotlerBaseUrl } from '../../../nodes/SpotlerCrm/api/baseUrl';
import { SpotlerCrm } from '../../../nodes/SpotlerCrm/SpotlerCrm.node';
import { testCredential } from '../../support/testCredential';
import { openAccount } from './account';

describe('the access token', () => {
	it('is taken from whatever was pasted', () => {
		expect(cleanToken('  Bearer eyJ.a\n.b  ')).toBe('eyJ.a.b');
		expect(cleanToken('Authorization: bearer eyJ.a.b')).toBe('eyJ.a.b');
		expect(cleanToken('eyJ.a.b\r\n')).toBe('eyJ.a.b');
	});

	it('of more than 1,000 characters is sent whole', async () => {
		const account = await openAccount();
		expect(account.sandbox.accessToken.length).toBeGreaterThan(1_000);
		await account.rows({ resource: 'account', operation: 'getMany' });
		expect(account.sandbox.alerts).toEqual([]);
	});

	it('only goes to its own host', async () => {
		const send = new SpotlerCrmApi().authenticate(
			{ accessToken: 'eyJ', baseUrl: 'https://apiv4.reallysimplesystems.com' },
			{ url: 'https://elsewhere.example/accounts' },
		);
		await expect(send).rejects.toThrow('only sent to apiv4.reallysimplesystems.com');
	});
});

describe('the base URL', () => {
	it.each([
		['', 'https://apiv4.reallysimplesystems.com'],
		['apiv4.reallysimplesystems.com/', 'https://apiv4.reallysimplesystems.com'],
		['http://127.0.0.1:4011', 'http://127.0.0.1:4011'],
	])('%j is read as %s', (typed, url) => {
		expect(spotlerBaseUrl(typed)).toBe(url);
	});

	it.each(['http://apiv4.reallysimplesystems.com', 'nonsense', 'https://'])(
		'%s is refused',
		(typed) => {
			expect(() => spotlerBaseUrl(typed)).toThrow();
		},
	);
});

describe('the test of the credential', () => {
	const press = async (accessToken: string, baseUrl: string) =>
		await testCredential(new SpotlerCrmApi(), { accessToken, baseUrl }, new SpotlerCrm());

	it('reads one account', async () => {
		const account = await openAccount();
		const verdict = await press(` Bearer ${account.sandbox.accessToken}\n`, account.url);
		expect(verdict.status).toBe('OK');
		expect(account.sandbox.requests[0]).toMatchObject({
			method: 'GET',
			path: '/accounts',
			query: { limit: '1' },
		});
		expect(account.sandbox.violations).toEqual([]);
	});

	it.each([401, 402, 403, 301] as const)(
		'says what to do when the token gets %s',
		async (authFailure) => {
			const account = await openAccount({ switches: { authFailure } });
			const verdict = await press('eyJwrong', account.url);
			expect(verdict.status).toBe('Error');
			expect(verdict.message).toMatch(/access token/);
			expect(account.sandbox.requests).toHaveLength(1);
		},
	);
});

/** What n8n's own OAuth2 credential adds to those that extend it, as far as a request needs it. */
class OAuth2Base implements ICredentialType {
	name = 'oAuth2Api';

	displayName = 'OAuth2 API';

	properties: INodeProperties[] = ['clientId', 'clientSecret', 'oauthTokenData'].map((name) => ({
		displayName: name,
		name,
		type: 'string',
		default: '',
	}));
}

const credentialTypes = [new OAuth2Base(), new SpotlerCrmOAuth2Api()];

describe('OAuth2', () => {
	const values = async (accessToken: string, refreshToken: string) => {
		const account = await openAccount();
		const { tokens } = account.sandbox;
		return {
			account,
			credentials: {
				spotlerCrmOAuth2Api: {
					grantType: 'authorizationCode',
					authentication: 'body',
					clientId: tokens.clientId,
					clientSecret: tokens.clientSecret,
					authUrl: `${account.url}/oauth/authorize`,
					accessTokenUrl: `${account.url}/oauth/token`,
					baseUrl: account.url,
					oauthTokenData: { access_token: accessToken, refresh_token: refreshToken },
				},
			},
		};
	};
	const parameters = { authentication: 'oAuth2', resource: 'account', operation: 'getMany' };

	it.each([401, 402, 403] as const)(
		'renews a token that gets %s and repeats the request',
		async (authFailure) => {
			const { account, credentials } = await values('expired', 'refresh-1');
			account.sandbox.switches.authFailure = authFailure;
			account.sandbox.store.insert('accounts', { name: 'One' });
			account.sandbox.tokens.refresh.add('refresh-1');
			const rows = await account.rows(parameters, { credentials, credentialTypes });
			expect(rows).toHaveLength(1);
			expect(account.calls()).toEqual(['GET /accounts', 'POST /oauth/token', 'GET /accounts']);
		},
	);

	it('uses a token that is still good', async () => {
		const { account, credentials } = await values('', '');
		const { access_token: token } = account.sandbox.tokens.issue();
		credentials.spotlerCrmOAuth2Api.oauthTokenData.access_token = token;
		await account.rows(parameters, { credentials, credentialTypes });
		expect(account.calls()).toEqual(['GET /accounts']);
	});

	it('says that the credential has to be connected again when it cannot be renewed', async () => {
		const { account, credentials } = await values('expired', 'used up');
		const complaint = await account.complaint(parameters, { credentials, credentialTypes });
		expect(complaint).toMatch(/reconnect/i);
		expect(complaint).not.toContain('expired-token');
	});

	it('explains a refusal that a new token does not mend', async () => {
		const { account, credentials } = await values('expired', 'refresh-1');
		account.sandbox.tokens.refresh.add('refresh-1');
		account.sandbox.switches.gated.push('accounts');
		const complaint = await account.complaint(parameters, { credentials, credentialTypes });
		expect(complaint).toContain('your plan does not include this object');
	});

	it('leaves addresses and scope to be filled in, and says that they are not public', () => {
		const { properties } = new SpotlerCrmOAuth2Api();
		const named = (name: string) => properties.find((one) => one.name === name);
		expect(
			['authUrl', 'accessTokenUrl', 'scope', 'baseUrl'].map((name) => named(name)?.type),
		).toEqual(['string', 'string', 'string', 'string']);
		expect(named('notice')?.displayName).toContain('does not publish');
		expect(named('tokenExpiredStatusCode')?.default).toEqual([401, 402, 403]);
	});
});
