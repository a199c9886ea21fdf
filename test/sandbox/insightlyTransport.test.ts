/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createInsightlySandbox } from '../../sandbox/insightly';
import { resources } from '../../sandbox/insightly/resources';
import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import type { Fault } from '../../sandbox/shared';
import type { SandboxClient } from './support/client';
import { basic, startSandbox } from './support/client';

let client: SandboxClient;
afterEach(async () => await client.sandbox.close());

describe('The key', () => {
	beforeEach(async () => {
		client = await startSandbox({ apiKey: 'secret-key' });
	});
	const statusWith = async (Authorization: string) =>
		(await client.get('/Users/Me', { Authorization })).status;
	const encode = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

	it('is taken as a user name, with a colon, without one, with any password', async () => {
		expect(await statusWith(encode('secret-key:'))).toBe(200);
		expect(await statusWith(encode('secret-key'))).toBe(200);
		expect(await statusWith(encode('secret-key:whatever'))).toBe(200);
	});

	it.each(['', 'Bearer secret-key', 'secret-key', basic('wrong'), encode(':secret-key')])(
		'is refused as %s, in plain text and with the rate headers',
		async (Authorization) => {
			const answer = await client.get('/Users/Me', { Authorization });
			expect(answer.status).toBe(401);
			expect(answer.headers.get('Content-Type')).toContain('text/plain');
			expect(answer.headers.has('X-RateLimit-Limit')).toBe(true);
		},
	);

	it('is not in the log', async () => {
		await client.get('/Contacts?top=1', { 'X-Trace': 'abc' });
		const [entry] = client.sandbox.requests;
		expect(entry).toMatchObject({
			method: 'GET',
			path: '/Contacts',
			query: { top: '1' },
			status: 200,
		});
		expect(entry.headers).toMatchObject({ 'x-trace': 'abc' });
		expect(JSON.stringify(client.sandbox.requests)).not.toContain(
			Buffer.from('secret-key:').toString('base64'),
		);
	});
});

describe('The limits', () => {
	it('count down the day on every answer and refuse without Retry-After when it is over', async () => {
		client = await startSandbox({
			rateLimit: { perSecond: 0, perDay: 2 },
			clock: '2026-03-01T23:59:00Z',
		});
		const left = async () => {
			const { status, headers } = await client.get('/Instance');
			return [status, headers.get('X-RateLimit-Remaining'), headers.get('Retry-After')];
		};
		expect(await left()).toEqual([200, '1', null]);
		expect(await left()).toEqual([200, '0', null]);
		expect(await left()).toEqual([429, '0', null]);
		client.sandbox.switches.retryAfterOnDailyLimit = true;
		expect(await left()).toEqual([429, '0', '60']);
		client.sandbox.clock.advance(60_000);
		expect(await left()).toEqual([200, '1', null]);
	});

	it('refuse what goes over the second, with Retry-After or without', async () => {
		client = await startSandbox({ rateLimit: { perSecond: 1 } });
		const burst = async () => {
			const answers = await Promise.all(
				[1, 2, 3, 4].map(async () => await client.get('/Instance')),
			);
			return answers.find(({ status }) => status === 429);
		};
		const refused = await burst();
		expect(refused?.headers.get('Retry-After')).toBe('1');
		expect(refused?.headers.get('X-RateLimit-Remaining')).not.toBe('0');
		client.sandbox.switches.retryAfter = false;
		expect((await burst())?.headers.get('Retry-After')).toBeNull();
	});

	it('are off when told so, without claiming that the day is used up', async () => {
		client = await startSandbox({ rateLimit: false });
		const answers = await Promise.all(
			Array.from({ length: 30 }, async () => await client.get('/Instance')),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
		expect(answers[29].headers.get('X-RateLimit-Remaining')).toBe('100000');
	});
});

describe('A scripted fault', () => {
	beforeEach(async () => {
		client = await startSandbox();
	});
	const meet = (fault: Fault, times = 1) =>
		client.sandbox.faults.next({ match: { method: 'POST', path: '/contacts' }, times, fault });
	const post = async () => await client.post('/Contacts', { FIRST_NAME: 'Zoe' });
	const made = () => client.sandbox.store.all('Contacts').length;

	it('meets as many matching requests as it is told to, and no others', async () => {
		meet({ kind: 'status', status: 503, headers: { 'Retry-After': '2' }, text: 'Busy' }, 2);
		expect((await client.get('/Contacts')).status).toBe(200);
		const first = await post();
		expect([first.status, first.headers.get('Retry-After'), first.text]).toEqual([
			503,
			'2',
			'Busy',
		]);
		expect((await post()).status).toBe(503);
		expect((await post()).status).toBe(201);
		expect(made()).toBe(1);
		expect(client.sandbox.requests.map(({ fault }) => fault)).toEqual([
			undefined,
			'status',
			'status',
			undefined,
		]);
	});

	it('can let some requests pass first', async () => {
		client.sandbox.faults.next({ after: 1, fault: { kind: 'status', status: 500 } });
		expect((await post()).status).toBe(201);
		expect((await post()).status).toBe(500);
		expect(client.sandbox.faults.pending()).toBe(0);
	});

	it.each([
		['before acting', 0],
		['after acting', 1],
	] as const)('cuts the connection %s', async (when, records) => {
		meet({ kind: 'drop', when });
		await expect(post()).rejects.toThrow();
		expect(made()).toBe(records);
		expect(client.sandbox.requests[0].status).toBe(0);
	});

	it('cuts the answer in the middle', async () => {
		meet({ kind: 'truncate' });
		await expect(post()).rejects.toThrow();
		expect(made()).toBe(1);
	});

	it('answers a page, nothing, or half a JSON text', async () => {
		meet({ kind: 'html' });
		meet({ kind: 'empty' });
		meet({ kind: 'broken json' });
		expect((await post()).text).toContain('<html>');
		expect((await post()).text).toBe('');
		const broken = await post();
		expect([broken.json, broken.headers.get('Content-Type')]).toEqual([
			undefined,
			'application/json; charset=utf-8',
		]);
		expect(made()).toBe(2);
	});

	it('sends the client elsewhere', async () => {
		meet({ kind: 'redirect', to: 'http://127.0.0.1:9/elsewhere', status: 307 });
		const answer = await post();
		expect([answer.status, answer.headers.get('Location')]).toEqual([
			307,
			'http://127.0.0.1:9/elsewhere',
		]);
	});

	it('answers late but right', async () => {
		meet({ kind: 'slow', milliseconds: 20 });
		const [slow, quick] = await Promise.all([post(), client.get('/Instance')]);
		expect([slow.status, quick.status]).toEqual([201, 200]);
	});
});

describe('The wire', () => {
	beforeEach(async () => {
		client = await startSandbox({ latencyMs: 1 });
	});

	it('compresses only when asked', async () => {
		const raw = async (headers: Record<string, string>) =>
			await new Promise<{ encoding?: string; body: Buffer }>((resolve, reject) => {
				const options = { headers: { Authorization: basic(client.sandbox.apiKey), ...headers } };
				const sent = request(`${client.url}/Instance`, options, (response) => {
					const chunks: Buffer[] = [];
					response.on('data', (chunk: Buffer) => chunks.push(chunk));
					response.on('end', () =>
						resolve({
							encoding: response.headers['content-encoding'],
							body: Buffer.concat(chunks),
						}),
					);
				});
				sent.on('error', reject).end();
			});
		const plain = await raw({});
		const zipped = await raw({ 'Accept-Encoding': 'gzip, deflate' });
		expect([plain.encoding, zipped.encoding]).toEqual([undefined, 'gzip']);
		expect(gunzipSync(zipped.body)).toEqual(plain.body);
	});

	it('serves nothing outside of /v3.1', async () => {
		const { status } = await fetch(client.url.replace('/v3.1', '/v2.3/Contacts'), {
			headers: { Authorization: basic(client.sandbox.apiKey) },
		});
		expect(status).toBe(404);
	});

	it('says which port is taken', async () => {
		const port = Number(new URL(client.url).port);
		const second = createInsightlySandbox({ seed: 'empty' });
		await expect(second.start(port)).rejects.toThrow(/EADDRINUSE/);
		await second.close();
	});
});

describe('The seeded company', () => {
	beforeEach(async () => {
		client = await startSandbox({ seed: 'company' });
	});

	it('is the same every time', () => {
		const again = createInsightlySandbox({ seed: 'company' });
		for (const { path } of resources) {
			expect(again.store.all(path)).toEqual(client.sandbox.store.all(path));
		}
	});

	it('covers every kind of custom field for six kinds of record', () => {
		const fields = client.sandbox.store.all('CustomFields');
		for (const object of ['CONTACT', 'ORGANISATION', 'LEAD', 'OPPORTUNITY', 'PROJECT', 'TASK']) {
			const mine = fields.filter(({ FIELD_FOR }) => FIELD_FOR === object);
			expect(new Set(mine.map(({ FIELD_TYPE }) => FIELD_TYPE)).size).toBe(10);
		}
	});

	it('holds no date after the day it ends', () => {
		for (const { path } of resources) {
			for (const { DATE_CREATED_UTC, DATE_UPDATED_UTC } of client.sandbox.store.all(path)) {
				const updated = String(DATE_UPDATED_UTC ?? DATE_CREATED_UTC ?? '2025-01-01');
				expect(updated <= '2025-06-30 18:00:00').toBe(true);
				expect(updated >= String(DATE_CREATED_UTC ?? '')).toBe(true);
			}
		}
	});

	it('has records in every collection', () => {
		const empty = resources.filter(({ path }) => client.sandbox.store.all(path).length === 0);
		expect(empty).toEqual([]);
	});
});
