import type { JsonObject } from '../../sandbox/shared/json';
import type { SandboxClient } from './support/client';
import { startSandbox } from './support/client';

const SMALL = {
	...{ organisations: 5, contacts: 9, leads: 20, opportunities: 5, projects: 5, tasks: 20 },
	...{ products: 3, tickets: 4 },
};

let client: SandboxClient;
let contact: string;

const row = (json: unknown) => json as JsonObject;
const rows = (json: unknown) => json as JsonObject[];
const first = (
	collection: 'Contacts' | 'Opportunities' | 'Organisations' | 'Projects' | 'Product',
) => client.sandbox.store.all(collection)[0];

beforeEach(async () => {
	client = await startSandbox({ records: SMALL });
	const { CONTACT_ID } = client.sandbox.store.insert('Contacts', { FIRST_NAME: 'Zoe' });
	contact = `/Contacts/${Number(CONTACT_ID)}`;
});
afterEach(async () => await client.sandbox.close());

describe('Tags', () => {
	it('are added one by one, replaced together and removed by a body', async () => {
		await client.post(`${contact}/Tags`, { TAG_NAME: 'VIP' });
		await client.post(`${contact}/Tags`, { TAG_NAME: 'vip' });
		expect((await client.get(`${contact}/Tags`)).json).toEqual([{ TAG_NAME: 'vip' }]);
		await client.put(`${contact}/Tags`, [{ TAG_NAME: 'One' }, { TAG_NAME: 'Two' }]);
		expect((await client.remove(`${contact}/Tags`, { TAG_NAME: 'ONE' })).status).toBe(202);
		expect(row((await client.get(contact)).json).TAGS).toEqual([{ TAG_NAME: 'Two' }]);
		expect((await client.remove(`${contact}/Tags`, { TAG_NAME: 'One' })).status).toBe(404);
	});

	it('are listed by kind of record', async () => {
		await client.post(`${contact}/Tags`, { TAG_NAME: 'Aardvark' });
		const { json } = await client.get('/Tags?record_type=contacts');
		expect(rows(json)[0]).toEqual({ TAG_NAME: 'Aardvark' });
		expect((await client.get('/Tags')).status).toBe(400);
		expect((await client.get('/Tags?record_type=vehicles')).status).toBe(400);
	});
});

describe('Links', () => {
	const organisation = () => ({
		LINK_OBJECT_NAME: 'Organisation',
		LINK_OBJECT_ID: first('Organisations').ORGANISATION_ID,
	});

	it('are made, changed and removed below a record', async () => {
		const made = await client.post(`${contact}/Links`, { ...organisation(), ROLE: 'Buyer' });
		expect(made.status).toBe(201);
		expect(made.json).toMatchObject({ OBJECT_NAME: 'Contact', ROLE: 'Buyer' });
		const { LINK_ID } = row(made.json);
		await client.put(`${contact}/Links`, { LINK_ID, ROLE: 'Seller' });
		const { json } = await client.get(`${contact}/Links`);
		expect(json).toEqual([expect.objectContaining({ ...organisation(), LINK_ID, ROLE: 'Seller' })]);
		expect((await client.remove(`${contact}/Links/${Number(LINK_ID)}`)).status).toBe(202);
		expect(row((await client.get(contact)).json).LINKS).toEqual([]);
	});

	it('want a singular name and a record that is there', async () => {
		const plural = { ...organisation(), LINK_OBJECT_NAME: 'Organisations' };
		const nobody = { ...organisation(), LINK_OBJECT_ID: 1 };
		expect((await client.post(`${contact}/Links`, plural)).status).toBe(400);
		expect((await client.post(`${contact}/Links`, nobody)).status).toBe(404);
		expect(
			(await client.post(`${contact}/Links`, { ...organisation(), LINK_OBJECT_NAME: 'Lead' }))
				.status,
		).toBe(400);
	});
});

describe('Notes, tasks, events and e-mails', () => {
	it('make a note below its record only', async () => {
		expect((await client.post('/Notes', { TITLE: 'Hello' })).status).toBe(405);
		const made = await client.post(`${contact}/Notes`, { TITLE: 'Hello', BODY: '<p>World</p>' });
		expect(made.status).toBe(201);
		const { NOTE_ID } = row(made.json);
		expect((await client.get(`${contact}/Notes`)).json).toEqual([
			expect.objectContaining({ NOTE_ID, TITLE: 'Hello' }),
		]);
		const changed = await client.put('/Notes', { NOTE_ID, BODY: 'Changed' });
		expect(changed.json).toMatchObject({ TITLE: 'Hello', BODY: 'Changed' });
	});

	it('show the activities that are linked to the record', async () => {
		const { CONTACT_ID } = row((await client.get(contact)).json);
		const LINKS = [{ LINK_OBJECT_NAME: 'Contact', LINK_OBJECT_ID: CONTACT_ID }];
		const { TASK_ID } = client.sandbox.store.insert('Tasks', { TITLE: 'Call', LINKS });
		client.sandbox.store.insert('Emails', { SUBJECT: 'Hi', BODY: 'Text', LINKS });
		expect((await client.get(`${contact}/Tasks`)).json).toEqual([
			expect.objectContaining({ TASK_ID }),
		]);
		expect((await client.get(`${contact}/Emails`)).json).toEqual([
			expect.objectContaining({ SUBJECT: 'Hi', BODY: '' }),
		]);
	});

	it('keep comments in both documented places', async () => {
		const note = row((await client.post(`${contact}/Notes`, { TITLE: 'Hello' })).json);
		const path = `/Notes/${Number(note.NOTE_ID)}`;
		const made = await client.post(`${path}/Comments`, { BODY: 'One' });
		expect(made.json).toEqual([expect.objectContaining({ BODY: 'One', NOTE_ID: note.NOTE_ID })]);
		const { COMMENT_ID } = rows(made.json)[0];
		await client.put('/Comments', { COMMENT_ID, BODY: 'Two' });
		expect((await client.get(`${path}/Comment`)).json).toEqual([
			expect.objectContaining({ BODY: 'Two' }),
		]);
		expect((await client.remove(`/Comments/${Number(COMMENT_ID)}`)).status).toBe(202);
		expect((await client.get(`${path}/Comments`)).json).toEqual([]);
	});
});

describe('Files and pictures', () => {
	const upload = async (name: string, content: string, more: Record<string, string> = {}) => {
		const form = new FormData();
		form.append('file', new Blob([content], { type: 'text/plain' }), name);
		Object.entries(more).forEach(([key, value]) => form.append(key, value));
		return await client.send('POST', `${contact}/FileAttachments`, { raw: form });
	};

	it('keep a file byte for byte and describe it', async () => {
		const text = 'Grüße\r\n--boundary\r\n\r\n';
		const made = await upload('letter.txt', text, { file_name: 'renamed.txt' });
		expect(made.status).toBe(201);
		const size = Buffer.byteLength(text);
		expect(made.json).toMatchObject({
			FILE_NAME: 'renamed.txt',
			CONTENT_TYPE: 'text/plain',
			FILE_SIZE: size,
		});
		const path = `/FileAttachments/${Number(row(made.json).FILE_ID)}`;
		const loaded = await client.get(path);
		expect(loaded.text).toBe(text);
		expect(loaded.headers.get('Content-Disposition')).toContain('renamed.txt');
		expect((await client.get(`${path}?format=JSON`)).json).toMatchObject({ FILE_SIZE: size });
		expect(rows((await client.get(`${contact}/FileAttachments`)).json)).toHaveLength(1);
		expect((await client.remove(path)).status).toBe(202);
		expect(rows((await client.get(`${contact}/FileAttachments`)).json)).toEqual([]);
	});

	it('refuse dangerous files, forms without a file and unknown parts', async () => {
		expect((await upload('virus.exe', 'x')).status).toBe(417);
		expect((await upload('a.txt', 'x', { folder: '1' })).status).toBe(400);
		const form = new FormData();
		form.append('file_name', 'a.txt');
		const empty = await client.send('POST', `${contact}/FileAttachments`, { raw: form });
		expect(empty.status).toBe(400);
		expect(client.sandbox.violations.map(({ kind }) => kind)).toEqual([
			'unknown field',
			'bad body',
		]);
	});

	it('take a picture as raw bytes and give it back', async () => {
		const bytes = Buffer.from([1, 2, 3, 255, 0]);
		const octets = { 'Content-Type': 'application/octet-stream' };
		const put = await client.send('PUT', `${contact}/Image/face.png`, {
			raw: bytes,
			headers: octets,
		});
		expect(put.status).toBe(201);
		expect(rows(put.json)).toHaveLength(1);
		const got = await client.get(`${contact}/Image`);
		expect(got.bytes.equals(bytes)).toBe(true);
		expect(got.headers.get('Content-Type')).toBe('image/png');
		expect((await client.remove(`${contact}/Image`)).status).toBe(202);
		expect((await client.get(`${contact}/Image`)).status).toBe(404);
		const wrong = { 'Content-Type': 'image/png' };
		const refused = await client.send('PUT', `${contact}/Image/a.png`, {
			raw: bytes,
			headers: wrong,
		});
		expect(refused.status).toBe(415);
	});

	it('merge a template into bytes, or into an attachment when JSON is asked for', async () => {
		const template = client.sandbox.store
			.all('DocumentTemplates')
			.find(({ RELATED_OBJECT_NAME }) => RELATED_OBJECT_NAME === 'Contact');
		const path = `${contact}/MergeDocument/${Number(template?.TEMPLATE_ID)}`;
		expect((await client.send('POST', path)).text).toContain('Zoe');
		const described = await client.send('POST', `${path}?format=JSON`);
		expect(described.json).toHaveProperty('FILE_NAME');
	});
});

describe('Opportunities', () => {
	it('change state with a reason and remember it', async () => {
		const path = `/Opportunities/${Number(first('Opportunities').OPPORTUNITY_ID)}`;
		const reasons = client.sandbox.store.all('OpportunityStateReasons');
		const lost = reasons.find(({ FOR_OPPORTUNITY_STATE }) => FOR_OPPORTUNITY_STATE === 'LOST');
		const STATE_REASON_ID = lost?.STATE_REASON_ID;
		const wrong = { FOR_OPPORTUNITY_STATE: 'WON', STATE_REASON_ID };
		expect((await client.put(`${path}/StateChange`, wrong)).status).toBe(400);
		await client.put(`${path}/StateChange`, { FOR_OPPORTUNITY_STATE: 'Lost', STATE_REASON_ID });
		expect(row((await client.get(path)).json).OPPORTUNITY_STATE).toBe('LOST');
		expect((await client.get(`${path}/StateHistory`)).json).toEqual([
			expect.objectContaining({ STATE_REASON_ID, STATE_REASON: lost?.STATE_REASON }),
		]);
	});

	it('move to a pipeline that is for them and to a stage of it', async () => {
		const path = `/Opportunities/${Number(first('Opportunities').OPPORTUNITY_ID)}`;
		const pipelines = client.sandbox.store.all('Pipelines');
		const delivery = pipelines.find(({ FOR_PROJECTS }) => FOR_PROJECTS === true);
		const renewals = pipelines.find(({ PIPELINE_NAME }) => PIPELINE_NAME === 'Renewals');
		const wrong = await client.put(`${path}/Pipeline`, { PIPELINE_ID: delivery?.PIPELINE_ID });
		expect(wrong.status).toBe(400);
		const PIPELINE_ID = renewals?.PIPELINE_ID;
		const moved = row((await client.put(`${path}/Pipeline`, { PIPELINE_ID })).json);
		const stages = client.sandbox.store
			.all('PipelineStages')
			.filter((stage) => stage.PIPELINE_ID === PIPELINE_ID);
		expect(moved.STAGE_ID).toBe(stages[0].STAGE_ID);
		const next = await client.put(`${path}/PipelineStage`, { STAGE_ID: stages[1].STAGE_ID });
		expect(next.json).toMatchObject({ STAGE_ID: stages[1].STAGE_ID });
		expect((await client.put(`${path}/PipelineStage`, { STAGE_ID: 1 })).status).toBe(400);
		expect((await client.remove(`${path}/Pipeline`)).status).toBe(202);
		expect((await client.get(path)).json).toMatchObject({ PIPELINE_ID: null, STAGE_ID: null });
	});

	it('have lines whose totals are worked out', async () => {
		const path = `/Opportunities/${Number(first('Opportunities').OPPORTUNITY_ID)}/OpportunityLineItem`;
		const [{ PRICEBOOK_ENTRY_ID }] = client.sandbox.store.all('PricebookEntry');
		const body = { PRICEBOOK_ENTRY_ID, UNIT_PRICE: 50, QUANTITY: 4, DISCOUNT: 10 };
		const made = await client.post(path, body);
		expect(made.json).toEqual([expect.objectContaining({ SUBTOTAL: 200, TOTAL_PRICE: 180 })]);
		const { OPPORTUNITY_ITEM_ID } = rows(made.json)[0];
		const changed = await client.put(path, { OPPORTUNITY_ITEM_ID, QUANTITY: 1 });
		expect(changed.json).toMatchObject({ TOTAL_PRICE: 45 });
		expect((await client.remove(`${path}/${Number(OPPORTUNITY_ITEM_ID)}`)).status).toBe(202);
	});
});

describe('Lists of the account', () => {
	it('deactivate a category instead of deleting it, and not while it is in use', async () => {
		const made = await client.post('/TaskCategories', {
			CATEGORY_NAME: 'New',
			BACKGROUND_COLOR: 'FF0000',
		});
		const path = `/TaskCategories/${Number(row(made.json).CATEGORY_ID)}`;
		expect((await client.remove(path)).status).toBe(202);
		expect((await client.get(path)).json).toMatchObject({ ACTIVE: false });
		expect((await client.remove(path)).status).toBe(409);
		const [used] = client.sandbox.store.all('TaskCategories');
		expect((await client.remove(`/TaskCategories/${Number(used.CATEGORY_ID)}`)).status).toBe(409);
	});

	it('delete lead sources by a query parameter, and not while they are in use', async () => {
		const { LEAD_SOURCE_ID: free } = client.sandbox.store.insert('LeadSources', {
			LEAD_SOURCE: 'New',
		});
		const [{ LEAD_SOURCE_ID: used }] = client.sandbox.store.all('LeadSources');
		expect((await client.remove(`/LeadSources?id=${Number(free)}`)).status).toBe(202);
		expect((await client.remove(`/LeadSources?id=${Number(used)}`)).status).toBe(409);
		expect((await client.remove(`/LeadSources/${Number(used)}`)).status).toBe(404);
	});

	it('show the status of converted leads only when asked', async () => {
		const names = async (query: string) =>
			rows((await client.get(`/LeadStatuses${query}`)).json).map(({ LEAD_STATUS }) => LEAD_STATUS);
		expect(await names('')).not.toContain('Converted');
		expect(await names('?include_converted=true')).toContain('Converted');
	});

	it('show members with their team', async () => {
		const made = await client.post('/Teams', {
			TEAM_NAME: 'Night shift',
			TEAMMEMBERS: [{ MEMBER_USER_ID: client.sandbox.store.me }],
		});
		const team = `/Teams/${Number(row(made.json).TEAM_ID)}`;
		expect(row(made.json).TEAMMEMBERS).toHaveLength(1);
		const other = client.sandbox.store.all('Users')[1].USER_ID;
		const added = await client.post(`${team}/TeamMembers`, { MEMBER_USER_ID: other });
		expect(row((await client.get(team)).json).TEAMMEMBERS).toHaveLength(2);
		await client.remove(`${team}/TeamMembers/${Number(row(added.json).PERMISSION_ID)}`);
		expect(row((await client.get(team)).json).TEAMMEMBERS).toHaveLength(1);
	});

	it('follow and unfollow records', async () => {
		expect((await client.post(`${contact}/Follow`)).json).toEqual({ FOLLOWING: true });
		const { json } = await client.get('/Follows?record_type=contacts');
		expect(json).toEqual([{ RECORD_TYPE: 'Contact', RECORD_ID: Number(contact.split('/')[2]) }]);
		await client.remove(`${contact}/Follow`);
		expect((await client.get(`${contact}/Follow`)).json).toEqual({ FOLLOWING: false });
	});

	it('treat custom objects like any other collection', async () => {
		const made = await client.post('/Vehicle__c', {
			RECORD_NAME: 'Van',
			CUSTOMFIELDS: [{ FIELD_NAME: 'Plate__c', FIELD_VALUE: 'SB-1' }],
		});
		const { RECORD_ID } = row(made.json);
		const found = await client.get('/Vehicle__c/Search?field_name=Plate__c&field_value=SB-1');
		expect(rows(found.json)[0]).toMatchObject({ RECORD_ID, RECORD_NAME: 'Van' });
		expect((await client.post('/Vehicle__c', {})).status).toBe(400);
	});

	it('merge a ticket into another', async () => {
		const [one, two] = client.sandbox.store.all('Ticket');
		client.sandbox.store.insert('TicketComments', { TICKET_ID: one.TICKET_ID, BODY_HTML: 'Moved' });
		const body = { TARGET_TICKET_NUMBER: Number(two.TICKET_NUMBER) };
		const merged = await client.post(`/Ticket/${Number(one.TICKET_ID)}/Merge`, body);
		expect(merged.json).toMatchObject({ TICKET_ID: two.TICKET_ID });
		expect((await client.get(`/Ticket/${Number(one.TICKET_ID)}`)).status).toBe(404);
		const { json } = await client.get(`/Ticket/${Number(two.TICKET_ID)}/Comments`);
		expect(rows(json).map(({ BODY_HTML }) => BODY_HTML)).toContain('Moved');
	});

	it('make the text of a new ticket its first comment', async () => {
		const [{ CONTACT_ID }] = client.sandbox.store.all('Contacts');
		const body = {
			SUBJECT: 'Help',
			TICKET_STATUS: 'Open',
			CONTACT_ID,
			TicketCommentBodyHtml: 'Hi',
		};
		const { TICKET_ID } = row((await client.post('/Ticket', body)).json);
		const { json } = await client.get(`/Ticket/${Number(TICKET_ID)}/Comments`);
		expect(json).toEqual([expect.objectContaining({ BODY_HTML: 'Hi', TICKET_ID })]);
	});

	it('translate articles language by language', async () => {
		const { ARTICLE_ID } = client.sandbox.store.insert('KnowledgeArticle', { Title: 'Hello' });
		const folder = client.sandbox.store.insert('KnowledgeArticleFolder', { FOLDER_NAME: 'A' });
		const path = `/KnowledgeArticle/${Number(ARTICLE_ID)}/Translations/de`;
		const body = { Title: 'Hallo', URL_SLUG: 'hallo', FOLDER_ID: folder.FOLDER_ID };
		expect((await client.get(path)).status).toBe(404);
		expect((await client.post(path, body)).json).toMatchObject({ Title: 'Hallo', Language: 'de' });
		await client.put(path, { Title: 'Moin' });
		expect((await client.get(path)).json).toMatchObject({ Title: 'Moin', URL_SLUG: 'hallo' });
		expect((await client.get(path.replace('/de', '/german!'))).status).toBe(400);
	});

	it('keep the static lists of a prospect', async () => {
		const { PROSPECT_ID } = client.sandbox.store.insert('Prospect', {
			EMAIL_ADDRESS: 'a@b.example',
		});
		const path = `/Prospect/${Number(PROSPECT_ID)}/StaticListMembership`;
		await client.post(path, { LIST_ID: 1 });
		await client.put(path, [{ LIST_ID: 2 }, { LIST_ID: 3 }]);
		expect((await client.remove(path, { LIST_ID: 2 })).status).toBe(202);
		expect((await client.get(path)).json).toEqual([{ LIST_ID: 3 }]);
		expect((await client.remove(path, { LIST_ID: 2 })).status).toBe(404);
	});
});
