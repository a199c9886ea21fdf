import type { JsonObject } from '../../sandbox/shared/json';
import type { SandboxClient } from './support/client';
import { startSandbox } from './support/client';

let client: SandboxClient;

const row = (json: unknown) => json as JsonObject;
const kinds = () => client.sandbox.violations.map(({ kind }) => kind);
const create = async (body: JsonObject, path = '/Contacts') =>
	row((await client.post(path, body)).json);
const custom = ({ CUSTOMFIELDS }: JsonObject, name: string) =>
	(CUSTOMFIELDS as JsonObject[]).find(({ FIELD_NAME }) => FIELD_NAME === name)?.FIELD_VALUE;

beforeEach(async () => {
	client = await startSandbox({
		records: { organisations: 5, contacts: 5, opportunities: 5, projects: 5 },
		clock: '2026-03-01T10:00:00Z',
	});
});
afterEach(async () => await client.sandbox.close());

describe('Creating a record', () => {
	it('answers 201 with the whole record, dates in the plain layout', async () => {
		const { status, json } = await client.post('/Contacts', { FIRST_NAME: 'Zoe' });
		expect(status).toBe(201);
		expect(json).toMatchObject({
			FIRST_NAME: 'Zoe',
			LAST_NAME: null,
			DATE_CREATED_UTC: '2026-03-01 10:00:00',
			DATE_UPDATED_UTC: '2026-03-01 10:00:00',
			OWNER_USER_ID: client.sandbox.store.me,
			VISIBLE_TO: 'EVERYONE',
			TAGS: [],
			LINKS: [],
		});
	});

	it('shows every custom field, empty ones as null, under three keys', async () => {
		const contact = await create({
			FIRST_NAME: 'Zoe',
			CUSTOMFIELDS: [{ FIELD_NAME: 'Segment__c', FIELD_VALUE: 'Large' }],
		});
		expect(contact.CUSTOMFIELDS).toHaveLength(11);
		expect(contact.CUSTOMFIELDS).toContainEqual({
			FIELD_NAME: 'Segment__c',
			FIELD_VALUE: 'Large',
			CUSTOM_FIELD_ID: 'Segment__c',
		});
		expect(custom(contact, 'Nickname__c')).toBeNull();
		expect(custom(contact, 'Reference_No__c')).toBe('REF-00006');
	});

	it('fills a lead in with the defaults of the account', async () => {
		const lead = await create({ LAST_NAME: 'Doe' }, '/Leads');
		const [source] = client.sandbox.store.all('LeadSources');
		expect(lead).toMatchObject({
			LEAD_SOURCE_ID: source.LEAD_SOURCE_ID,
			EMAIL: '',
			EMPLOYEE_COUNT: 0,
			CONVERTED: false,
			RESPONSIBLE_USER_ID: client.sandbox.store.me,
		});
	});

	it('works out the value of an opportunity', async () => {
		const body = {
			OPPORTUNITY_NAME: 'Deal',
			BID_AMOUNT: 50,
			BID_TYPE: 'Per Hour',
			BID_DURATION: 8,
		};
		expect((await create(body, '/Opportunities')).OPPORTUNITY_VALUE).toBe(400);
	});

	it('takes tags, dates and e-mail domains along', async () => {
		const body = {
			ORGANISATION_NAME: 'Acme',
			TAGS: [{ TAG_NAME: 'VIP' }],
			DATES: [{ OCCASION_NAME: 'Founded', OCCASION_DATE: '1999-04-01 00:00:00' }],
			EMAILDOMAINS: [{ EMAIL_DOMAIN: 'acme.example' }],
		};
		const organisation = await create(body, '/Organisations');
		expect(organisation).toMatchObject(body);
		expect((organisation.DATES as JsonObject[])[0].DATE_ID).toEqual(expect.any(Number));
	});

	it.each([
		['unknown field', { FIRST_NAME: 'Zoe', FIRSTNAME: 'Zoe' }],
		['unknown field', { FIRST_NAME: 'Zoe', Nickname__c: 'Zed' }],
		['unknown field', { FIRST_NAME: 'Zoe', TAGS: [{ TAG_NAME: 'VIP', COLOR: 'red' }] }],
		['bad value type', { FIRST_NAME: 12 }],
		['bad value type', { FIRST_NAME: 'Zoe', ORGANISATION_ID: '12' }],
		['bad value type', { FIRST_NAME: 'Zoe', EMAIL_OPTED_OUT: 'true' }],
		['bad value type', { FIRST_NAME: 'Zoe', OWNER_USER_ID: 2 ** 31 }],
		['bad value type', { FIRST_NAME: 'Zoe', TAGS: 'VIP' }],
		['bad value type', { FIRST_NAME: 'Zoe', CUSTOMFIELDS: { Nickname__c: 'Zed' } }],
		['bad custom field entry', { FIRST_NAME: 'Zoe', CUSTOMFIELDS: [{ FIELD_VALUE: 1 }] }],
		[
			'unknown custom field',
			{ FIRST_NAME: 'Zoe', CUSTOMFIELDS: [{ FIELD_NAME: 'Nope__c', FIELD_VALUE: 1 }] },
		],
		[
			'bad value type',
			{ FIRST_NAME: 'Zoe', CUSTOMFIELDS: [{ FIELD_NAME: 'Newsletter__c', FIELD_VALUE: 'yes' }] },
		],
	])('refuses and counts: %s', async (kind, body) => {
		expect((await client.post('/Contacts', body)).status).toBe(400);
		expect(kinds()).toEqual([kind]);
		expect(client.sandbox.store.all('Contacts')).toHaveLength(5);
	});

	it.each([
		['/Contacts', { LAST_NAME: 'Doe' }],
		['/Contacts', { FIRST_NAME: '' }],
		['/Contacts', { FIRST_NAME: 'x'.repeat(256) }],
		['/Contacts', { FIRST_NAME: 'Zoe', DATE_OF_BIRTH: '2001-02-29 00:00:00' }],
		['/Contacts', { FIRST_NAME: 'Zoe', DATE_OF_BIRTH: '01/02/2001' }],
		['/Contacts', { FIRST_NAME: 'Zoe', ORGANISATION_ID: 1 }],
		['/Contacts', { FIRST_NAME: 'Zoe', OWNER_USER_ID: 1 }],
		[
			'/Contacts',
			{ FIRST_NAME: 'Zoe', CUSTOMFIELDS: [{ FIELD_NAME: 'Segment__c', FIELD_VALUE: 'Huge' }] },
		],
		[
			'/Contacts',
			{ FIRST_NAME: 'Zoe', CUSTOMFIELDS: [{ FIELD_NAME: 'Interests__c', FIELD_VALUE: 'Golf' }] },
		],
		['/Opportunities', { OPPORTUNITY_NAME: 'Deal', OPPORTUNITY_STATE: 'PENDING' }],
		['/Opportunities', { OPPORTUNITY_NAME: 'Deal', PROBABILITY: 101 }],
		['/Projects', { PROJECT_NAME: 'House' }],
		['/Tasks', { TITLE: 'Call', PRIORITY: 4 }],
	])('refuses without counting it against the client: %s %j', async (path, body) => {
		expect((await client.post(path, body)).status).toBe(400);
		expect(client.sandbox.violations).toEqual([]);
	});

	it('refuses a body that is not JSON', async () => {
		const json = { 'Content-Type': 'application/json' };
		expect((await client.send('POST', '/Contacts', { raw: '{', headers: json })).status).toBe(400);
		const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
		expect((await client.send('POST', '/Contacts', { raw: 'a=b', headers: form })).status).toBe(
			415,
		);
		expect(kinds()).toEqual(['bad body', 'bad content type']);
	});
});

describe('Changing a record', () => {
	it('leaves alone what is not sent, clears what is null, ignores what is read-only', async () => {
		const before = await create({ FIRST_NAME: 'Zoe', LAST_NAME: 'Doe', TITLE: 'Boss' });
		client.sandbox.clock.advance(60_000);
		const { status, json } = await client.put('/Contacts', {
			CONTACT_ID: before.CONTACT_ID,
			TITLE: null,
			DATE_CREATED_UTC: '1999-01-01 00:00:00',
			IMAGE_URL: 'x',
		});
		expect(status).toBe(200);
		expect(json).toMatchObject({
			FIRST_NAME: 'Zoe',
			LAST_NAME: 'Doe',
			TITLE: null,
			IMAGE_URL: null,
			DATE_CREATED_UTC: '2026-03-01 10:00:00',
			DATE_UPDATED_UTC: '2026-03-01 10:01:00',
		});
		expect(client.sandbox.violations).toEqual([]);
	});

	it('wants the number in the body, not in the path', async () => {
		const { CONTACT_ID } = await create({ FIRST_NAME: 'Zoe' });
		expect((await client.put('/Contacts', { TITLE: 'Boss' })).status).toBe(400);
		expect((await client.put(`/Contacts/${Number(CONTACT_ID)}`, { CONTACT_ID })).status).toBe(405);
		expect(kinds()).toEqual(['missing record number', 'wrong verb']);
	});

	it('does not empty a required field', async () => {
		const { CONTACT_ID } = await create({ FIRST_NAME: 'Zoe' });
		expect((await client.put('/Contacts', { CONTACT_ID, FIRST_NAME: null })).status).toBe(400);
	});

	it('takes the ETag of the last read in If-Match, once', async () => {
		const { CONTACT_ID } = await create({ FIRST_NAME: 'Zoe' });
		const read = await client.get(`/Contacts/${Number(CONTACT_ID)}`);
		const etag = read.headers.get('ETag') ?? '';
		expect(row(read.json).ETag).toBe(etag);
		const write = async () =>
			(await client.put('/Contacts', { CONTACT_ID, TITLE: 'Boss' }, { 'If-Match': etag })).status;
		expect(await write()).toBe(200);
		expect(await write()).toBe(400);
	});

	it('does not move an opportunity within its pipeline by a plain PUT', async () => {
		const [before] = client.sandbox.store.all('Opportunities');
		const { OPPORTUNITY_ID } = before;
		await client.put('/Opportunities', { OPPORTUNITY_ID, STAGE_ID: 1, PIPELINE_ID: 1 });
		const after = client.sandbox.store.get('Opportunities', Number(OPPORTUNITY_ID));
		expect(after?.STAGE_ID).toBe(before.STAGE_ID);
	});

	it('dates the completion of a task, and takes the date back', async () => {
		const { TASK_ID } = await create({ TITLE: 'Call' }, '/Tasks');
		const done = await client.put('/Tasks', { TASK_ID, COMPLETED: true });
		expect(done.json).toMatchObject({ COMPLETED_DATE_UTC: '2026-03-01 10:00:00' });
		const open = await client.put('/Tasks', { TASK_ID, COMPLETED: false });
		expect(open.json).toMatchObject({ COMPLETED_DATE_UTC: null });
	});

	it('lets a task belong to a project or an opportunity, and to a milestone of that project', async () => {
		const [project, other] = client.sandbox.store.all('Projects');
		const [{ OPPORTUNITY_ID }] = client.sandbox.store.all('Opportunities');
		const milestone = client.sandbox.store.insert('Milestones', { PROJECT_ID: project.PROJECT_ID });
		const { MILESTONE_ID } = milestone;
		const status = async (body: JsonObject) =>
			(await client.post('/Tasks', { TITLE: 'Call', ...body })).status;
		expect(await status({ PROJECT_ID: project.PROJECT_ID, OPPORTUNITY_ID })).toBe(400);
		expect(await status({ PROJECT_ID: other.PROJECT_ID, MILESTONE_ID })).toBe(400);
		expect(await status({ PROJECT_ID: project.PROJECT_ID, MILESTONE_ID })).toBe(201);
	});
});

describe('Deleting a record', () => {
	it('answers 202 without a body, then 404', async () => {
		const path = `/Contacts/${Number((await create({ FIRST_NAME: 'Zoe' })).CONTACT_ID)}`;
		const first = await client.remove(path);
		expect([first.status, first.text]).toEqual([202, '']);
		expect((await client.remove(path)).status).toBe(404);
		expect((await client.get(path)).status).toBe(404);
	});

	it('takes what is below it along', async () => {
		const [{ PROJECT_ID }] = client.sandbox.store.all('Projects');
		client.sandbox.store.insert('Milestones', { PROJECT_ID });
		await client.post(`/Projects/${Number(PROJECT_ID)}/Follow`);
		await client.remove(`/Projects/${Number(PROJECT_ID)}`);
		const left = client.sandbox.store
			.all('Milestones')
			.filter((one) => one.PROJECT_ID === PROJECT_ID);
		expect(left).toEqual([]);
		expect((await client.get('/Follows')).json).toEqual([]);
	});

	it('gives no number a second time', async () => {
		const first = await create({ FIRST_NAME: 'Zoe' });
		await client.remove(`/Contacts/${Number(first.CONTACT_ID)}`);
		const second = await create({ FIRST_NAME: 'Zoe' });
		expect(Number(second.CONTACT_ID)).toBeGreaterThan(Number(first.CONTACT_ID));
	});
});
