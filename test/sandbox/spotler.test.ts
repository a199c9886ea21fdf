import {
	createSpotlerSandbox,
	type SpotlerSandbox,
	type SpotlerSandboxOptions,
} from '../../sandbox/spotler';

interface Answer {
	status: number;
	text: string;
	json: Record<string, never>;
}

let sandbox: SpotlerSandbox;
let url: string;

async function start(options: SpotlerSandboxOptions = {}): Promise<void> {
	sandbox = createSpotlerSandbox({ seed: 'empty', clock: '2018-09-17T11:29:59Z', ...options });
	({ url } = await sandbox.start());
}

afterEach(async () => await sandbox.close());

async function send(method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
	const response = await fetch(`${url}${path}`, {
		method,
		redirect: 'manual',
		headers: {
			Accept: 'application/json',
			Authorization: `Bearer ${token ?? sandbox.accessToken}`,
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
		},
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	return { status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : {} };
}

const get = async (path: string) => await send('GET', path);
const query = (parameters: Record<string, unknown>) =>
	new URLSearchParams(
		Object.entries(parameters).map(([name, value]): [string, string] => [
			name,
			typeof value === 'object' ? JSON.stringify(value) : String(value),
		]),
	).toString();

describe('the Spotler sandbox answers as the document shows', () => {
	it('a list, with a singular address and escaped slashes', async () => {
		await start();
		sandbox.store.insert('accounts', { name: 'test' });
		const { text, json } = await get('/accounts');
		expect(text.startsWith('{"metadata":{"url":"\\/account"')).toBe(true);
		expect(json).toMatchObject({
			metadata: { object_type: 'list', total_count: 1, has_more: false },
			list: [
				{
					metadata: { list_url: '/accounts', parent: '/', record_type: 'account' },
					record: { name: 'test', createddate: '2018-09-17 11:29:59' },
				},
			],
		});
	});

	it('a new record with 201, a changed one with its new date, a deleted one with {}', async () => {
		await start();
		const created = await send('POST', '/accounts', { name: 'testing API' });
		const id = Number((created.json.record as { id: number }).id);
		sandbox.clock.advance(5_000);
		const changed = await send('PATCH', `/accounts/${id}`, { name: 'Updated' });
		const deleted = await send('DELETE', `/accounts/${id}`);
		expect(created).toMatchObject({
			status: 201,
			json: {
				metadata: { parent: null, url: `/accounts/${id}` },
				record: { addresscountry: 'United Kingdom', campaignid: 0, addressline: null },
			},
		});
		expect(changed.json.record).toMatchObject({ modifieddate: '2018-09-17 11:30:04' });
		expect(deleted).toMatchObject({ status: 200, text: '{}' });
	});

	it('a refusal of values, and of an object that does not exist', async () => {
		await start();
		const invalid = await send('POST', '/contacts', { first: 'Ada' });
		const unknown = await get('/accountss');
		expect(invalid).toMatchObject({
			status: 422,
			json: {
				type: 'Validation error',
				code: 422,
				message: 'The given data was invalid.',
				validation: { accountid: [{ Required: [] }] },
			},
		});
		expect(unknown).toMatchObject({
			status: 500,
			json: { code: 500, message: 'Invalid record type (accountss)' },
		});
	});

	it('ten records unless more are wanted, and never more than a hundred', async () => {
		await start();
		sandbox.store.importMany('accounts', 130, (index) => ({ name: `No ${index}` }));
		const count = async (path: string) => ((await get(path)).json.list as unknown[]).length;
		expect(await count('/accounts')).toBe(10);
		expect(await count('/accounts?limit=100')).toBe(100);
		expect(await count('/accounts?limit=101')).toBe(100);
		expect(sandbox.violations.map(({ kind }) => kind)).toEqual(['limit too high']);
	});
});

describe('the Spotler sandbox counts pages', () => {
	const firstOf = async (parameters: string) => {
		const { status, json } = await get(`/accounts?limit=10&${parameters}`);
		if (status !== 200) return status;
		const list = json.list as unknown as Array<{ record: { name: string } }>;
		return list[0]?.record.name ?? 'nothing';
	};

	it.each([
		[{}, 'page=1', 'No 0'],
		[{}, 'page=2', 'No 10'],
		[{}, 'page=0', 'No 0'],
		[{ pageZero: 'empty' }, 'page=0', 'nothing'],
		[{ pageZero: '400' }, 'page=0', 400],
		[{ pageBase: 0 }, 'page=0', 'No 0'],
		[{ pageBase: 0 }, 'page=1', 'No 10'],
		[{ pageBase: 0 }, 'page=2', 'No 20'],
		[{}, 'page=9', 'nothing'],
		[{ pastEnd: '404' }, 'page=9', 404],
	] as const)('under %j: %s begins with %s', async (switches, parameters, expected) => {
		await start({ switches });
		sandbox.store.importMany('accounts', 30, (index) => ({ name: `No ${index}` }));
		expect(await firstOf(parameters)).toBe(expected);
	});
});

describe('the Spotler sandbox refuses and counts', () => {
	it.each([
		['GET', '/accounts?foo=1', undefined, 'unknown query parameter'],
		['GET', '/contacts?lines=true', undefined, 'unknown query parameter'],
		['PUT', '/accounts', { name: 'x' }, 'wrong verb'],
		['PATCH', '/accounts', { name: 'x' }, 'wrong verb'],
		['GET', '/accounts/12/34', undefined, 'unknown path'],
		['GET', '/users/12', undefined, 'unknown path'],
		['POST', '/accounts', { name: 'x', nosuchfield: 1 }, 'unknown field'],
		['POST', '/accounts', { name: 'x', modifieddate: '2026-01-01 00:00:00' }, 'read-only field'],
		['GET', `/accounts?${query({ q: { nosuchfield: 1 } })}`, undefined, 'unknown field'],
		['GET', `/accounts?${query({ q: { id: { $gt: '5' } } })}`, undefined, 'bad operand'],
		['GET', `/accounts?${query({ q: { id: { $gt: 5, $lt: 9 } } })}`, undefined, 'bad filter'],
		['GET', `/accounts?${query({ q: { id: { $regex: 'x' } } })}`, undefined, 'bad filter'],
		[
			'GET',
			`/accounts?${query({ q: { $or: [{ name: 'x' }], type: 'y' } })}`,
			undefined,
			'bad filter',
		],
		['GET', '/accounts?q=nonsense', undefined, 'bad JSON'],
		['GET', `/accounts?${query({ order: { name: 'up' } })}`, undefined, 'bad order'],
	])('%s %s', async (method, path, body, kind) => {
		await start();
		const { status } = await send(method, path, body);
		expect(status).toBeGreaterThanOrEqual(400);
		expect(sandbox.violations.map((violation) => violation.kind)).toEqual([kind]);
	});

	it.each([402, 403, 401, 301] as const)(
		'a token that it does not know, with %s',
		async (authFailure) => {
			await start({ switches: { authFailure } });
			const { status } = await send('GET', '/accounts', undefined, 'wrong');
			expect(status).toBe(authFailure);
			expect(sandbox.alerts).toHaveLength(1);
		},
	);
});

describe('the Spotler sandbox', () => {
	it('writes dates in its own zone, which no answer names', async () => {
		await start({ clock: '2026-07-01T12:00:00Z', switches: { timeZone: 'Europe/London' } });
		expect(sandbox.store.insert('accounts', { name: 'x' }).modifieddate).toBe(
			'2026-07-01 13:00:00',
		);
	});

	it('lists what belongs to a record', async () => {
		await start();
		const { id } = sandbox.store.insert('accounts', { name: 'x' });
		sandbox.store.insert('contacts', { accountid: id, last: 'Mine' });
		sandbox.store.insert('contacts', { accountid: 1, last: 'Other' });
		const { json } = await get(`/accounts/${String(id)}/contacts`);
		expect(json).toMatchObject({
			metadata: { total_count: 1 },
			list: [{ record: { last: 'Mine' } }],
		});
	});

	it('gives tokens of the web flow, each refresh token once', async () => {
		await start();
		const { tokens } = sandbox;
		const form = { client_id: tokens.clientId, client_secret: tokens.clientSecret };
		const exchange = async (more: Record<string, string>) => {
			const body = new URLSearchParams({ ...form, ...more });
			const response = await fetch(`${url}/oauth/token`, { method: 'POST', body });
			return { status: response.status, json: (await response.json()) as Record<string, string> };
		};
		const back = 'http://127.0.0.1:9/callback';
		const ask = query({ client_id: tokens.clientId, redirect_uri: back, state: 's' });
		const sent = await fetch(`${url}/oauth/authorize?${ask}`, { redirect: 'manual' });
		const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? '';
		const first = await exchange({ grant_type: 'authorization_code', code });
		const refresh = { grant_type: 'refresh_token', refresh_token: first.json.refresh_token };
		expect((await send('GET', '/accounts', undefined, first.json.access_token)).status).toBe(200);
		expect((await exchange(refresh)).status).toBe(200);
		expect((await exchange(refresh)).json).toEqual({ error: 'invalid_grant' });
	});

	it('is filled with the same records every time', async () => {
		await start({ seed: 'company' });
		const other = createSpotlerSandbox({ seed: 'company', clock: '2018-09-17T11:29:59Z' });
		expect(sandbox.store.all('accounts')).toHaveLength(40);
		expect(other.store.all('contacts')).toEqual(sandbox.store.all('contacts'));
	});
});
