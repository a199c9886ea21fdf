import type { JsonObject } from '../../sandbox/shared/json';
import type { SandboxClient } from './support/client';
import { startSandbox } from './support/client';

let client: SandboxClient;

const rows = (json: unknown) => json as JsonObject[];
const ids = (json: unknown) => rows(json).map(({ CONTACT_ID }) => CONTACT_ID);
const kinds = () => client.sandbox.violations.map(({ kind }) => kind);

beforeEach(async () => {
	client = await startSandbox({ records: { contacts: 620 } });
});
afterEach(async () => await client.sandbox.close());

describe('Lists', () => {
	it('come in ascending order of the record number, 100 at a time', async () => {
		const { json } = await client.get('/Contacts');
		const all = client.sandbox.store.all('Contacts').map(({ CONTACT_ID }) => CONTACT_ID);
		expect(ids(json)).toEqual(all.slice(0, 100));
	});

	it('give at most 500 whatever is asked for', async () => {
		expect(rows((await client.get('/Contacts?top=12000')).json)).toHaveLength(500);
		expect(client.sandbox.violations).toEqual([]);
	});

	it('go on where skip says and end with a short page', async () => {
		const first = ids((await client.get('/Contacts?top=500')).json);
		const second = ids((await client.get('/Contacts?top=500&skip=500')).json);
		expect(second).toHaveLength(120);
		expect(new Set([...first, ...second]).size).toBe(620);
	});

	it('tell the total only when asked', async () => {
		expect((await client.get('/Contacts?top=1')).headers.get('X-Total-Count')).toBeNull();
		const counted = await client.get('/Contacts?top=1&count_total=True');
		expect(counted.headers.get('X-Total-Count')).toBe('620');
	});

	it('leave out everything that is not plain when brief', async () => {
		const [row] = rows((await client.get('/Contacts?top=1&brief=true')).json);
		expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['CUSTOMFIELDS']));
		expect(row).toHaveProperty('FIRST_NAME');
		expect(row).not.toHaveProperty('TAGS');
		expect(row).not.toHaveProperty('LINKS');
	});

	it('ignore updated_after_utc, and count it against the client', async () => {
		const { json } = await client.get('/Contacts?updated_after_utc=2999-01-01T00:00:00Z');
		expect(rows(json)).toHaveLength(100);
		expect(kinds()).toEqual(['unknown query parameter']);
	});

	it.each(['$top=5', 'order_by=LAST_NAME', 'fields=FIRST_NAME', 'Top=5'])(
		'refuse the parameter %s',
		async (query) => {
			expect((await client.get(`/Contacts?${query}`)).status).toBe(400);
			expect(kinds()).toEqual(['unknown query parameter']);
		},
	);

	it.each(['top=ten', 'top=0', 'skip=-1', 'brief=yes', 'top=5&top=6'])(
		'refuse the value in %s',
		async (query) => {
			expect((await client.get(`/Contacts?${query}`)).status).toBe(400);
			expect(kinds()).toHaveLength(1);
		},
	);

	it('refuse a body', async () => {
		const { status } = await client.post('/Contacts/Search', {});
		expect(status).toBe(405);
		const follow = await client.post('/Contacts/501000/Follow', { FOLLOWING: true });
		expect(follow.status).toBe(400);
		expect(kinds()).toEqual(['wrong verb', 'unexpected body']);
	});

	it('go on being complete when 60,000 records are there', async () => {
		const many = await startSandbox({ records: { contacts: 60_000 } });
		const { json, headers } = await many.get('/Contacts?top=500&skip=59700&count_total=true');
		expect(rows(json)).toHaveLength(300);
		expect(headers.get('X-Total-Count')).toBe('60000');
		await many.sandbox.close();
	});
});

describe('Searches', () => {
	it('find one field exactly, letter case ignored', async () => {
		const { CONTACT_ID } = client.sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Zoe',
			EMAIL_ADDRESS: 'zoe@acme.example',
		});
		const find = async (value: string) =>
			ids(
				(await client.get(`/Contacts/Search?field_name=EMAIL_ADDRESS&field_value=${value}`)).json,
			);
		expect(await find('ZOE@acme.example')).toEqual([CONTACT_ID]);
		expect(await find('zoe')).toEqual([]);
	});

	it('find custom fields by name', async () => {
		const { CONTACT_ID } = client.sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Zoe',
			CUSTOMFIELDS: [{ FIELD_NAME: 'Nickname__c', FIELD_VALUE: 'Zed' }],
		});
		const path = '/Contacts/Search?field_name=Nickname__c&field_value=zed';
		expect(ids((await client.get(path)).json)).toEqual([CONTACT_ID]);
	});

	it.each([
		['half a search', 'field_name=FIRST_NAME'],
		['half a search', 'field_value=Zoe'],
		['unknown search field', 'field_name=EMAIL&field_value=x'],
		['bad query value', 'updated_after_utc=yesterday'],
		['bad query value', 'updated_after_utc=2026-02-30T00:00:00Z'],
		['bad query value', 'updated_after_utc=2026-02-20T00:00:00+02:00'],
	])('refuse %s: %s', async (kind, query) => {
		expect((await client.get(`/Contacts/Search?${query}`)).status).toBe(400);
		expect(kinds()).toEqual([kind]);
	});

	it.each(['2026-03-01T10:00:00Z', '2026-03-01 10:00:00', '2026-03-01T10:00:00.500Z'])(
		'give only what changed after the second %s',
		async (moment) => {
			const dates = ['2026-03-01 09:59:59', '2026-03-01 10:00:00', '2026-03-01 10:00:01'];
			const made = dates.map((DATE_UPDATED_UTC) =>
				client.sandbox.store.insert('Contacts', { FIRST_NAME: 'Zoe', DATE_UPDATED_UTC }),
			);
			const query = `updated_after_utc=${encodeURIComponent(moment)}`;
			const { json } = await client.get(`/Contacts/Search?${query}`);
			expect(ids(json)).toEqual([made[2].CONTACT_ID]);
		},
	);

	it('combine a field with a moment', async () => {
		const query = 'field_name=FIRST_NAME&field_value=Zoe&updated_after_utc=2026-01-01';
		client.sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Zoe',
			DATE_UPDATED_UTC: '2025-12-31 23:59:59',
		});
		const { CONTACT_ID } = client.sandbox.store.insert('Contacts', { FIRST_NAME: 'Zoe' });
		expect(ids((await client.get(`/Contacts/Search?${query}`)).json)).toEqual([CONTACT_ID]);
	});

	it('see a change made after the same question was asked before', async () => {
		const path = '/Contacts/Search?field_name=FIRST_NAME&field_value=Nobody';
		expect(ids((await client.get(path)).json)).toEqual([]);
		await client.post('/Contacts', { FIRST_NAME: 'Nobody' });
		expect(ids((await client.get(path)).json)).toHaveLength(1);
	});

	it('find records by tag, which must be named', async () => {
		const { CONTACT_ID } = client.sandbox.store.insert('Contacts', {
			FIRST_NAME: 'Zoe',
			TAGS: [{ TAG_NAME: 'Rare bird' }],
		});
		const found = await client.get('/Contacts/SearchByTag?tagName=rare%20bird');
		expect(ids(found.json)).toEqual([CONTACT_ID]);
		expect((await client.get('/Contacts/SearchByTag?tag_name=Rare')).status).toBe(400);
		expect((await client.get('/Contacts/SearchByTag')).status).toBe(400);
	});
});

describe('Paths', () => {
	it('are taken in any letter case', async () => {
		expect((await client.get('/contacts?top=1')).status).toBe(200);
		expect((await client.get('/vehicle__C')).status).toBe(200);
	});

	it.each(['/Products', '/Tickets', '/Quotes', '/Quotations', '/KnowledgeArticles/Search'])(
		'answer 405 for %s, which exists in the singular only',
		async (path) => {
			expect((await client.get(path)).status).toBe(405);
			expect(kinds()).toEqual(['wrong verb']);
		},
	);

	it('answer 404 in JSON when nothing is there', async () => {
		const { status, json } = await client.get('/Attachments');
		expect(status).toBe(404);
		expect(json).toHaveProperty('Message');
		expect(kinds()).toEqual(['unknown path']);
	});

	it('count an Accept header that does not take JSON', async () => {
		await client.get('/Contacts?top=1', { Accept: 'text/xml' });
		expect(kinds()).toEqual(['accept']);
	});

	it('serve custom fields in singular and plural, and all of them for an unknown name', async () => {
		const { json: singular } = await client.get('/CustomFields/Contact');
		const { json: plural } = await client.get('/CustomFields/Contacts');
		const { json: unknown } = await client.get('/CustomFields/Whatever');
		expect(plural).toEqual(singular);
		expect(new Set(rows(singular).map(({ FIELD_FOR }) => FIELD_FOR))).toEqual(new Set(['CONTACT']));
		expect(rows(unknown).length).toBeGreaterThan(rows(singular).length);
		expect((await client.get('/CustomFields/Note')).json).toEqual([]);
	});
});
