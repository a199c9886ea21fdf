import type { InsightlySwitches } from '../../sandbox/insightly';
import type { JsonObject } from '../../sandbox/shared/json';
import type { SandboxClient } from './support/client';
import { startSandbox } from './support/client';

let client: SandboxClient;
let id: number;

const row = (json: unknown) => json as JsonObject;
const rows = (json: unknown) => json as JsonObject[];
const turn = (switches: Partial<InsightlySwitches>) =>
	Object.assign(client.sandbox.switches, switches);
const read = async () => row((await client.get(`/Contacts/${id}`)).json);
const customValue = (contact: JsonObject, name: string) =>
	rows(contact.CUSTOMFIELDS).find(({ FIELD_NAME }) => FIELD_NAME === name)?.FIELD_VALUE;

beforeEach(async () => {
	client = await startSandbox({ clock: '2026-03-01T10:00:00Z' });
	id = Number(client.sandbox.store.insert('Contacts', { FIRST_NAME: 'Zoe' }).CONTACT_ID);
});
afterEach(async () => await client.sandbox.close());

describe('The switch', () => {
	it('errorBodies words refusals as text or as JSON', async () => {
		const text = await client.post('/Contacts', {});
		expect([text.text, text.headers.get('Content-Type')]).toEqual([
			'FIRST_NAME is required',
			'text/plain; charset=utf-8',
		]);
		turn({ errorBodies: 'json' });
		expect((await client.post('/Contacts', {})).json).toEqual({
			Message: 'FIRST_NAME is required',
		});
		const denied = await client.get('/Users/Me', { Authorization: 'Basic eA==' });
		expect(denied.json).toHaveProperty('Message');
	});

	it.each([200, 201] as const)('putStatus answers a PUT with %s', async (putStatus) => {
		turn({ putStatus });
		expect((await client.put('/Contacts', { CONTACT_ID: id, TITLE: 'Boss' })).status).toBe(
			putStatus,
		);
	});

	it('nestedGetStatus answers 200, or 201 where the document says so', async () => {
		expect((await client.get(`/Contacts/${id}/Tags`)).status).toBe(200);
		turn({ nestedGetStatus: 'documented' });
		expect((await client.get(`/Contacts/${id}/Tags`)).status).toBe(201);
		expect((await client.get(`/Contacts/${id}/Links`)).status).toBe(200);
	});

	it.each([400, 412] as const)('ifMatchStatus answers an outdated ETag with %s', async (status) => {
		turn({ ifMatchStatus: status });
		const body = { CONTACT_ID: id, TITLE: 'Boss' };
		const answer = await client.put('/Contacts', body, { 'If-Match': '"old"' });
		expect(answer.status).toBe(status);
		expect(answer.text).toContain('If-Match');
	});

	it('tagsPutShape takes a list, one object, or either', async () => {
		const put = async (body: JsonObject | JsonObject[]) =>
			(await client.put(`/Contacts/${id}/Tags`, body)).status;
		const [list, object] = [[{ TAG_NAME: 'A' }], { TAG_NAME: 'B' }];
		expect([await put(list), await put(object)]).toEqual([200, 200]);
		turn({ tagsPutShape: 'array' });
		expect([await put(list), await put(object)]).toEqual([200, 400]);
		turn({ tagsPutShape: 'object' });
		expect([await put(list), await put(object)]).toEqual([400, 200]);
	});

	it('updatedAfter leaves out, or gives, what changed in the very second', async () => {
		const path = '/Contacts/Search?updated_after_utc=2026-03-01T10:00:00Z';
		expect((await client.get(path)).json).toEqual([]);
		turn({ updatedAfter: 'inclusive' });
		expect(rows((await client.get(path)).json)).toHaveLength(1);
	});

	it('convertedLeadsListed shows or hides converted leads, in searches too', async () => {
		client.sandbox.store.insert('Leads', { LAST_NAME: 'Doe', CONVERTED: true });
		const both = async () => {
			const search = '/Leads/Search?field_name=LAST_NAME&field_value=Doe';
			const answers = [await client.get('/Leads'), await client.get(search)];
			return answers.map(({ json }) => rows(json).length);
		};
		expect(await both()).toEqual([1, 1]);
		turn({ convertedLeadsListed: false });
		expect(await both()).toEqual([0, 0]);
	});

	it('customFieldsOnPut keeps or clears the custom fields that a PUT does not name', async () => {
		const write = async (FIELD_NAME: string) =>
			row(
				(
					await client.put('/Contacts', {
						CONTACT_ID: id,
						CUSTOMFIELDS: [{ FIELD_NAME, FIELD_VALUE: 'x' }],
					})
				).json,
			);
		await write('Nickname__c');
		expect(customValue(await write('Remarks__c'), 'Nickname__c')).toBe('x');
		turn({ customFieldsOnPut: 'replace' });
		const replaced = await write('Remarks__c');
		expect(customValue(replaced, 'Nickname__c')).toBeNull();
		expect(customValue(replaced, 'Remarks__c')).toBe('x');
	});

	it.each([
		['both', true, true],
		['header', true, false],
		['property', false, true],
		['none', false, false],
	] as const)('etagAs gives ETags: %s', async (etagAs, inHeader, inRecord) => {
		turn({ etagAs });
		const { headers, json } = await client.get(`/Contacts/${id}`);
		expect([headers.has('ETag'), 'ETag' in row(json)]).toEqual([inHeader, inRecord]);
	});

	it('childChangesBumpParent dates the record when something below it changes, or does not', async () => {
		client.sandbox.clock.advance(60_000);
		const changes = [
			async () => await client.post(`/Contacts/${id}/Tags`, { TAG_NAME: 'VIP' }),
			async () => await client.post(`/Contacts/${id}/Notes`, { TITLE: 'Hello' }),
		];
		for (const change of changes) await change();
		expect((await read()).DATE_UPDATED_UTC).toBe('2026-03-01 10:00:00');
		turn({ childChangesBumpParent: true });
		for (const change of changes) {
			client.sandbox.clock.advance(60_000);
			const before = (await read()).DATE_UPDATED_UTC;
			await change();
			expect((await read()).DATE_UPDATED_UTC).not.toBe(before);
		}
	});

	it('noteBodiesTruncated cuts bodies in lists at 100 characters, or does not', async () => {
		const { NOTE_ID } = client.sandbox.store.insert('Notes', {
			TITLE: 'Long',
			BODY: 'x'.repeat(150),
		});
		const length = async () => String(rows((await client.get('/Notes')).json)[0].BODY).length;
		expect(await length()).toBe(150);
		turn({ noteBodiesTruncated: true });
		expect(await length()).toBe(100);
		expect(row((await client.get(`/Notes/${Number(NOTE_ID)}`)).json).BODY).toHaveLength(150);
	});

	it('createdUpdatedSkew dates the first update a second later, or not', async () => {
		const make = async () => row((await client.post('/Contacts', { FIRST_NAME: 'Zoe' })).json);
		expect((await make()).DATE_UPDATED_UTC).toBe('2026-03-01 10:00:00');
		turn({ createdUpdatedSkew: true });
		expect(await make()).toMatchObject({
			DATE_CREATED_UTC: '2026-03-01 10:00:00',
			DATE_UPDATED_UTC: '2026-03-01 10:00:01',
		});
	});

	it('planGates hides products and closes the service desk, or opens everything', async () => {
		const statuses = async () => [
			(await client.get('/Product')).status,
			(await client.get('/Ticket')).status,
			(await client.get('/Contacts')).status,
		];
		expect(await statuses()).toEqual([200, 200, 200]);
		turn({ planGates: 'professional' });
		expect(await statuses()).toEqual([404, 403, 200]);
		expect((await client.get('/Ticket')).text).toContain('does not have access');
	});

	it('denied closes single collections', async () => {
		turn({ denied: ['Contacts'] });
		expect((await client.get('/Contacts')).status).toBe(403);
		expect((await client.get('/Leads')).status).toBe(200);
	});

	it('keyOwner lets administrators list users and write categories, and nobody else', async () => {
		const statuses = async () => [
			(await client.get('/Users')).status,
			(await client.post('/TaskCategories', { CATEGORY_NAME: 'A', BACKGROUND_COLOR: '0' })).status,
			(await client.get('/Users/Me')).status,
		];
		expect(await statuses()).toEqual([200, 201, 200]);
		turn({ keyOwner: 'member' });
		expect(await statuses()).toEqual([403, 403, 200]);
	});

	it('dateHeader tells the time of the sandbox, or nothing', async () => {
		const date = async () => (await client.get('/Instance')).headers.get('Date');
		expect(await date()).toBe('Sun, 01 Mar 2026 10:00:00 GMT');
		turn({ dateHeader: false });
		expect(await date()).toBeNull();
	});

	it('caseSensitive minds letter case in paths, or does not', async () => {
		expect((await client.get('/contacts')).status).toBe(200);
		turn({ caseSensitive: true });
		expect((await client.get('/contacts')).status).toBe(404);
		expect((await client.get('/VEHICLE__c')).status).toBe(404);
		expect((await client.get('/Contacts')).status).toBe(200);
	});

	it('putWithIdInPath takes the longer path, or does not', async () => {
		const put = async () => (await client.put(`/Contacts/${id}`, { CONTACT_ID: id })).status;
		expect(await put()).toBe(405);
		turn({ putWithIdInPath: true });
		expect(await put()).toBe(200);
	});

	it('unknownQuery refuses or ignores unknown parameters, and counts them', async () => {
		expect((await client.get('/Contacts?order_by=x')).status).toBe(400);
		turn({ unknownQuery: 'ignore' });
		expect((await client.get('/Contacts?order_by=x')).status).toBe(200);
		expect(client.sandbox.violations).toHaveLength(2);
	});

	it('linksInBody makes links of LINKS in a new record, or ignores them', async () => {
		const LINKS = [{ LINK_OBJECT_NAME: 'Contact', LINK_OBJECT_ID: id }];
		const links = async () =>
			row((await client.post('/Tasks', { TITLE: 'Call', LINKS })).json).LINKS;
		expect(await links()).toEqual([]);
		turn({ linksInBody: 'honoured' });
		expect(await links()).toEqual([expect.objectContaining({ ...LINKS[0], OBJECT_NAME: 'Task' })]);
	});

	it('nestedCreateAnswer answers lists where documented, always or never', async () => {
		const shapes = async () => {
			const { NOTE_ID } = client.sandbox.store.insert('Notes', { TITLE: 'Hello' });
			const comment = await client.post(`/Notes/${Number(NOTE_ID)}/Comments`, { BODY: 'x' });
			const note = await client.post(`/Contacts/${id}/Notes`, { TITLE: 'x' });
			return [comment, note].map(({ json }) => Array.isArray(json));
		};
		expect(await shapes()).toEqual([true, false]);
		turn({ nestedCreateAnswer: 'array' });
		expect(await shapes()).toEqual([true, true]);
		turn({ nestedCreateAnswer: 'object' });
		expect(await shapes()).toEqual([false, false]);
	});

	it('customFieldSearchAnswer answers a list or one description', async () => {
		const search = async () =>
			(await client.get('/CustomFields/Contact/Search?fieldName=segment__c')).json;
		expect(await search()).toEqual([expect.objectContaining({ FIELD_NAME: 'Segment__c' })]);
		turn({ customFieldSearchAnswer: 'object' });
		expect(await search()).toMatchObject({ FIELD_NAME: 'Segment__c' });
	});

	it('serverDefaults fills in what the document requires, or demands it', async () => {
		expect((await client.post('/Leads', { LAST_NAME: 'Doe' })).status).toBe(201);
		turn({ serverDefaults: 'required' });
		const refused = await client.post('/Leads', { LAST_NAME: 'Doe' });
		expect([refused.status, refused.text]).toEqual([400, 'LEAD_SOURCE_ID is required']);
	});

	it('dateInput takes the documented dates alone, or ISO 8601 as well', async () => {
		const put = async (DATE_OF_BIRTH: string) =>
			await client.put('/Contacts', { CONTACT_ID: id, DATE_OF_BIRTH });
		expect((await put('2001-02-03 04:05:06')).status).toBe(200);
		expect((await put('2001-02-03T04:05:06Z')).status).toBe(400);
		turn({ dateInput: 'iso' });
		const dates = ['2001-02-03T04:05:06Z', '2001-02-03T06:05:06+02:00', '2001-02-03T04:05:06.789'];
		for (const date of dates) {
			expect(row((await put(date)).json).DATE_OF_BIRTH).toBe('2001-02-03 04:05:06');
		}
		expect(row((await put('2001-02-03')).json).DATE_OF_BIRTH).toBe('2001-02-03 00:00:00');
		expect((await put('2001-02-30')).status).toBe(400);
	});

	it('planFull answers new records with 402, or takes them', async () => {
		turn({ planFull: true });
		expect((await client.post('/Contacts', { FIRST_NAME: 'Zoe' })).status).toBe(402);
		turn({ planFull: false });
		expect((await client.post('/Contacts', { FIRST_NAME: 'Zoe' })).status).toBe(201);
	});
});
