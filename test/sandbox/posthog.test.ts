import { createPostHogSandbox, type PostHogSandbox } from '../../sandbox/posthog';
import type { JsonObject } from '../../sandbox/shared/json';

const START = '2026-03-01T10:00:00Z';

interface Answer {
	status: number;
	headers: Headers;
	text: string;
	json: JsonObject;
}

let sandbox: PostHogSandbox;
let origin: string;

beforeEach(async () => {
	sandbox = createPostHogSandbox({ clock: START });
	({ url: origin } = await sandbox.start());
});
afterEach(async () => await sandbox.close());

async function send(
	method: string,
	path: string,
	{ body, key = sandbox.apiKey }: { body?: unknown; key?: string | null } = {},
): Promise<Answer> {
	const response = await fetch(`${origin}/api/projects${path}`, {
		method,
		headers: {
			...(key === null ? {} : { Authorization: `Bearer ${key}` }),
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
		},
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	const json = (text.startsWith('{') ? JSON.parse(text) : {}) as JsonObject;
	return { status: response.status, headers: response.headers, text, json };
}

const get = async (path: string) => await send('GET', path);
const first = () => sandbox.store.all(1)[0];
const kinds = () => sandbox.violations.map(({ kind }) => kind);
const addKey = (scopes: string[], scopedTeams: number[] = []) => {
	const key = `phx_${scopes.join('')}${scopedTeams.join('')}`;
	sandbox.keys.set(key, { user: sandbox.store.users[0], scopes, scopedTeams });
	return key;
};

describe('Keys', () => {
	it('are asked for, known, scoped and limited, in this order', async () => {
		const without = await send('GET', '/1/insights/?limit=1', { key: null });
		expect([without.status, without.json.code]).toEqual([401, 'not_authenticated']);
		const wrong = await send('GET', '/1/insights/?limit=1', { key: 'phx_wrong' });
		expect([wrong.status, wrong.json.code]).toEqual([401, 'authentication_failed']);
		const key = addKey(['query:read'], [2]);
		const limited = await send('GET', '/1/insights/?limit=1', { key });
		expect(limited.json.detail).toBe(
			'API key does not have access to the requested project: ID 1.',
		);
		const scoped = await send('GET', '/2/insights/?limit=1', { key });
		expect([scoped.status, scoped.json.detail]).toEqual([
			403,
			"API key missing required scope 'insight:read'",
		]);
	});

	it('may read what they may write, but not the other way round', async () => {
		const write = addKey(['insight:write']);
		expect((await send('GET', '/1/insights/?limit=1', { key: write })).status).toBe(200);
		const read = addKey(['insight:read']);
		expect((await send('POST', '/1/insights/', { key: read, body: {} })).status).toBe(403);
	});

	it('are refused by the two endpoints that have no scope, even with every scope', async () => {
		for (const [method, path] of [
			['GET', '/1/insights/my_last_viewed/'],
			['POST', '/1/insights/cancel/'],
		]) {
			const { status, json } = await send(method, path);
			expect([status, json.detail]).toEqual([
				403,
				'This action does not support personal API key access',
			]);
		}
	});

	it('that are limited to projects cannot list projects', async () => {
		const { status } = await send('GET', '/', { key: addKey(['*'], [1]) });
		expect(status).toBe(403);
		expect((await get('/')).json.count).toBe(3);
	});

	it('know the current project, and no project of somebody else', async () => {
		expect((await get('/@current/insights/?limit=1')).json.count).toBe(3);
		expect((await get('/77/insights/?limit=1')).json.detail).toBe('Project not found.');
		expect((await get('/abc/insights/?limit=1')).status).toBe(404);
		expect((await get('/9/insights/?limit=1')).status).toBe(403);
	});
});

describe('Insights', () => {
	it('come in an envelope with the addresses of the neighbouring pages', async () => {
		const { json } = await get('/1/insights/?basic=true&order=id&limit=1&offset=1');
		expect(json).toMatchObject({
			count: 3,
			next: `${origin}/api/projects/1/insights/?basic=true&order=id&limit=1&offset=2`,
			previous: expect.stringContaining('offset=0'),
		});
	});

	it('have just these keys in a basic list', async () => {
		const { json } = await get('/1/insights/?basic=true&order=id');
		const [row] = json.results as JsonObject[];
		expect(Object.keys(row).sort()).toEqual(
			[
				...[
					'id',
					'short_id',
					'name',
					'derived_name',
					'favorited',
					'filters',
					'query',
					'dashboards',
				],
				...['dashboard_tiles', 'description', 'last_refresh', 'refreshing', 'saved', 'updated_at'],
				...['created_by', 'created_at', 'last_modified_at', 'tags', 'user_access_level'],
				'last_viewed_at',
			].sort(),
		);
	});

	it('are answered under the former twin of the path, with or without a slash at the end', async () => {
		const { id } = first();
		for (const path of [`/projects/1/insights/${id}`, `/environments/1/insights/${id}/`]) {
			const response = await fetch(`${origin}/api${path}`, {
				headers: { Authorization: `Bearer ${sandbox.apiKey}` },
			});
			expect(response.status).toBe(200);
		}
	});

	it.each([
		[true, 200],
		[false, 404],
	])('are found by short ID where the version takes it: %s', async (takes, status) => {
		sandbox.switches.shortIdInPath = takes;
		expect((await get(`/1/insights/${first().short_id}/`)).status).toBe(status);
	});

	it('cannot be deleted for good: 405 without a word', async () => {
		const { status, text } = await send('DELETE', `/1/insights/${first().id}/`);
		expect([status, text]).toEqual([405, '']);
	});

	it('are gone once deleted, except for the request that restores them', async () => {
		const { id } = first();
		const path = `/1/insights/${id}/`;
		await send('PATCH', path, { body: { deleted: true } });
		expect((await get(path)).status).toBe(404);
		expect((await get('/1/insights/?order=id')).json.count).toBe(2);
		expect((await send('PATCH', path, { body: { name: 'x' } })).status).toBe(404);
		expect((await send('PATCH', path, { body: { deleted: false } })).status).toBe(200);
		const activity = await get('/1/insights/activity/');
		expect((activity.json.results as JsonObject[]).map((entry) => entry.activity)).toEqual([
			'restored',
			'deleted',
		]);
	});

	it.each([
		[false, 'stays'],
		[true, 'moves'],
	])('whose query changes (%s): last_modified_at %s', async (queryMovesLastModified, what) => {
		sandbox.switches.queryMovesLastModified = queryMovesLastModified;
		const { id, last_modified_at: before } = first();
		const query = { kind: 'HogQLQuery', query: 'select 1' };
		await send('PATCH', `/1/insights/${id}/`, { body: { query } });
		expect(first().updated_at).toBe(sandbox.clock.now());
		expect(first().last_modified_at === before ? 'stays' : 'moves').toBe(what);
	});

	it('are listed after a moment, later than it, in creation too where that filter is known', async () => {
		const since = '2026-02-05T00:00:00Z';
		const path = `/1/insights/?order=id&created_date_from=${since}`;
		expect((await get(path)).json.count).toBe(1);
		sandbox.switches.createdDateFilter = false;
		expect((await get(path)).json.count).toBe(3);
	});

	it('answer 500 to a filter that is not a list, and count it', async () => {
		expect((await get('/1/insights/?order=id&created_by=5')).status).toBe(500);
		expect((await get('/1/insights/?order=id&created_by=[42]')).json.count).toBe(1);
		expect(kinds()).toEqual(['filter that is not a list']);
	});

	it.each([
		['GET', '/1/insights/?basic=true', undefined, 'list without an order'],
		['GET', '/1/insights/?order=id&nonsense=1', undefined, 'unknown query parameter'],
		['GET', '/1/insights/?order=nonsense', undefined, 'unknown order'],
		['GET', '/1/insight/', undefined, 'unknown path'],
		['PUT', '/1/insights/', {}, 'wrong verb'],
		['POST', '/1/insights/', { nmae: 'x' }, 'unknown field'],
		['POST', '/1/insights/', { tags: 'x' }, 'wrong type'],
		['GET', '/1/insights/activity/?page=x', undefined, 'page that is not a number'],
		['GET', '/1/insights/abcdefgh/sharing', undefined, 'short ID where a number is needed'],
	])('count %s %s %j as "%s"', async (method, path, body, kind) => {
		await send(method, path, { body });
		expect(kinds()).toEqual([kind]);
	});

	it('are told as one very wide row in CSV, sorted by key', async () => {
		const { text, headers } = await get(`/1/insights/${first().id}/?format=csv`);
		expect(headers.get('content-type')).toContain('text/csv');
		const [header, row, end] = text.split('\r\n');
		expect(header.split(',')).toEqual([...header.split(',')].sort());
		expect(header).toContain('created_by.email');
		expect([row.includes('ada@acme.example'), end]).toEqual([true, '']);
	});
});

describe('Results', () => {
	const path = (refresh: string) => `/1/insights/${first().id}/?refresh=${refresh}`;

	it('are not computed unless asked for', async () => {
		const { json } = await get(path('force_cache'));
		expect([json.result, json.last_refresh, json.is_cached]).toEqual([null, null, false]);
		expect((await get(path('blocking'))).json.is_cached).toBe(false);
		expect((await get(path('blocking'))).json.is_cached).toBe(true);
		expect((await get(path('force_blocking'))).json.is_cached).toBe(false);
	});

	it('that are computed in the background are ready when the clock says so', async () => {
		const started = await get(path('async'));
		expect([started.status, started.json.result]).toEqual([200, null]);
		const { id } = started.json.query_status as JsonObject;
		sandbox.clock.advance(2_999);
		expect((await get(path('force_cache'))).json.query_status).toMatchObject({
			id,
			complete: false,
		});
		expect((await get(`/1/query/${id as string}/`)).status).toBe(202);
		sandbox.clock.advance(1);
		const done = await get(path('force_cache'));
		expect([done.json.query_status, done.json.last_refresh]).toEqual([
			null,
			'2026-03-01T10:00:03.000417Z',
		]);
	});

	it('that are stale come along while new ones are computed', async () => {
		await get(path('blocking'));
		sandbox.clock.advance(2 * 60_000);
		expect((await get(path('lazy_async'))).json.query_status).toBeNull();
		const { json } = await get(path('async'));
		expect(json.result).not.toBeNull();
		expect(json.query_status).toMatchObject({ error: false });
	});

	it.each([
		['null', true],
		['stale', false],
	] as const)('of force_async are %s at first', async (forceAsyncResult, isNull) => {
		sandbox.switches.forceAsyncResult = forceAsyncResult;
		await get(path('blocking'));
		expect((await get(path('force_async'))).json.result === null).toBe(isNull);
	});

	it.each([
		['dropped', null],
		['kept', expect.objectContaining({ error: true, error_message: 'broke' })],
	] as const)('that went wrong leave a status that is %s', async (failedStatus, expected) => {
		sandbox.switches.failedStatus = failedStatus;
		sandbox.store.setBroken(first().id, 'broke');
		const { json } = await get(path('async'));
		sandbox.clock.advance(3_000);
		expect((await get(path('force_cache'))).json.query_status).toEqual(expected);
		const { id } = json.query_status as JsonObject;
		expect((await get(`/1/query/${id as string}/`)).status).toBe(400);
	});

	it('can be cancelled, and are not ready then', async () => {
		const { json } = await get(path('async'));
		const { id } = json.query_status as JsonObject;
		expect((await send('DELETE', `/1/query/${id as string}/`)).status).toBe(204);
		sandbox.clock.advance(10_000);
		expect((await get(path('force_cache'))).json.result).toBeNull();
		expect((await send('DELETE', `/1/query/${id as string}/`)).status).toBe(404);
	});

	it.each([
		[true, 'not null'],
		[false, 'null'],
	])('of async_except_on_cache_miss, known: %s, are %s', async (known, expected) => {
		sandbox.switches.knowsAsyncExceptOnCacheMiss = known;
		const { json } = await get(path('async_except_on_cache_miss'));
		expect(json.result === null ? 'null' : 'not null').toBe(expected);
	});
});

describe('Limits', () => {
	it('are 240 a minute and 1,200 an hour for insights, by the clock of the stand-in', async () => {
		const { throttle, clock } = sandbox;
		const take = (count: number) =>
			Array.from({ length: count }, () => throttle.take('phx', 'insights'));
		expect(take(240).every((wait) => wait === undefined)).toBe(true);
		expect(take(1)).toEqual([60]);
		for (let minute = 0; minute < 4; minute++) {
			clock.advance(60_000);
			expect(take(240).every((wait) => wait === undefined)).toBe(true);
		}
		clock.advance(60_000);
		expect(take(1)).toEqual([3_300]);
	});

	it('answer 429 with the seconds to wait, for each key by itself', async () => {
		sandbox.throttle.limits.insights.perMinute = 1;
		await get('/1/insights/?limit=1');
		const { status, json, headers } = await get('/1/insights/?limit=1');
		expect([status, json.type, headers.get('retry-after')]).toEqual([429, 'throttled_error', '60']);
		const key = addKey(['insight:read']);
		expect((await send('GET', '/1/insights/?limit=1', { key })).status).toBe(200);
	});

	it('are off where the server has none', async () => {
		sandbox.throttle.limits.insights.perMinute = 1;
		sandbox.switches.rateLimits = false;
		await get('/1/insights/?limit=1');
		expect((await get('/1/insights/?limit=1')).status).toBe(200);
	});
});

describe('The activity log', () => {
	it('has pages, a total and no count', async () => {
		const { id } = first();
		for (const name of ['a', 'b', 'c']) {
			await send('PATCH', `/1/insights/${id}/`, { body: { name } });
		}
		const { json } = await get('/1/insights/activity/?limit=2&page=1');
		expect(json).toMatchObject({ total_count: 3, previous: null });
		expect(json.next).toContain('page=2&limit=2');
		expect(json).not.toHaveProperty('count');
		expect((await get('/1/insights/activity/?limit=2&page=3')).status).toBe(404);
		sandbox.switches.pastLastPage = 'empty';
		expect((await get('/1/insights/activity/?limit=2&page=3')).json.results).toEqual([]);
	});

	it('knows nothing of insights without a name, and of changes that are none', async () => {
		await send('POST', '/1/insights/', { body: {} });
		const { id, name } = first();
		await send('PATCH', `/1/insights/${id}/`, { body: { name } });
		expect((await get('/1/insights/activity/')).json.total_count).toBe(0);
	});
});
