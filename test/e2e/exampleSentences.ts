import { imported, outputOf, publish, runOnce, type Imported } from './examples';
import { needed, running } from './running';
import { startStandIns, type StandIns } from './standIns';
import { nextSuccess } from './waiting';
import { readSandbox } from '../../scripts/start/contacts';
import { followExecutions, type FinishedExecution } from '../../scripts/start/executions';
import { startModelThatCalls } from '../ui/scriptedModel';

type Row = Record<string, unknown>;

const website = 'Harbour Pumps makes pumps for harbours, with 85 people.';

/** Everything that waits for a change, published, and what has been published since. */
interface Waiting {
	won: Imported;
	stage: Imported;
	spike: Imported;
	file: Imported;
	finished: Record<'won' | 'stage' | 'spike' | 'file', () => Promise<FinishedExecution[]>>;
}

/** What the sentences hand on to those after them. */
const found: { standIns?: StandIns; waiting?: Waiting; opportunity?: Row; account?: Row } = {};

/**
 * The examples that `npm start` does not bring along. Those that wait for a change are published first and looked at last,
 * so that they share the minute until n8n polls.
 */
export function exampleSentences(): void {
	afterAll(async () => {
		await found.standIns?.close();
	});

	it('import and publish like any other', async () => {
		found.standIns = await startStandIns(website);
		found.waiting = await publishAll(found.standIns.chatUrl);
		await changeEverything();
	});

	it('the weekly insight becomes a note with its picture', async () => {
		const { insightly } = running();
		const organisation = insightly.sandbox.store.all('Organisations')[0];
		const weekly = await imported('weekly-insight-note-with-picture.json', {
			'Write Note': { parentId: byId(organisation.ORGANISATION_ID) },
		});
		const execution = await runOnce(weekly);
		const [{ NOTE_ID }] = outputOf(execution, 'Write Note');
		const note = await readSandbox<Row>(insightly.account, `/Notes/${String(NOTE_ID)}`);
		expect(note.TITLE).toBe('Weekly sign-ups: 78');
		expect(String(note.BODY).split('<br>')).toHaveLength(7);
		const files = await readSandbox<Row[]>(
			insightly.account,
			`/Notes/${String(NOTE_ID)}/FileAttachments`,
		);
		expect(files).toMatchObject([{ CONTENT_TYPE: 'image/png' }]);
		expect(String(files[0].FILE_NAME)).toMatch(/^Weekly sign-ups \d{4}-\d\d-\d\d\.png$/);
	});

	it('duplicate contacts are merged into the oldest', async () => {
		const { store } = running().insightly.sandbox;
		const twin = (values: Row) =>
			store.insert('Contacts', {
				...{ FIRST_NAME: 'Twin', EMAIL_ADDRESS: 'twin@twins.example' },
				...(values as typeof values & { [key: string]: string }),
			});
		const oldest = twin({ PHONE: '+44 1' });
		const others = [
			twin({ PHONE: '+44 2', TITLE: 'Head of Pumps' }),
			twin({ EMAIL_ADDRESS: 'Twin@Twins.example', PHONE_MOBILE: '+44 3' }),
		];
		const merge = await imported('merge-duplicate-contacts.json');
		await runOnce(merge);
		expect(store.get('Contacts', Number(oldest.CONTACT_ID))).toMatchObject({
			...{ PHONE: '+44 1', TITLE: 'Head of Pumps', PHONE_MOBILE: '+44 3' },
		});
		for (const { CONTACT_ID } of others) {
			const { TAGS, LINKS } = store.get('Contacts', Number(CONTACT_ID)) ?? {};
			expect(TAGS).toMatchObject([{ TAG_NAME: 'Merged' }]);
			expect(LINKS).toMatchObject([{ LINK_OBJECT_ID: oldest.CONTACT_ID }]);
		}
		// The merged ones are passed over now.
		expect(outputOf(await runOnce(merge), 'Find Duplicates')).toEqual([]);
	});

	it('a lead is enriched by an agent that reads its website', async () => {
		const { client, insightly } = running();
		const { websiteUrl } = needed(found.standIns, 'nothing stands in');
		const lead = insightly.sandbox.store.insert('Leads', {
			...{ FIRST_NAME: 'Ines', LAST_NAME: 'Duarte', WEBSITE: websiteUrl },
			ORGANISATION_NAME: 'Harbour Pumps',
		});
		const model = await startModelThatCalls([
			{ tool: /website/i, values: {} },
			{
				tool: /lead/i,
				values: { Industry: 'Pumps', Employees: 85, Description: 'Makes pumps for harbours.' },
			},
		]);
		try {
			const { id } = await client.post<{ id: string }>('/credentials', {
				...{ name: 'Scripted model', type: 'openAiApi' },
				data: { apiKey: 'none', url: model.url },
			});
			const credential = { id, name: 'Scripted model', type: 'openAiApi' };
			await runOnce(await imported('lead-enrichment-by-agent.json', {}, [credential]));
		} finally {
			await model.close();
		}
		expect(JSON.stringify(model.asked)).toContain('with 85 people');
		expect(insightly.sandbox.store.get('Leads', Number(lead.LEAD_ID))).toMatchObject({
			...{ INDUSTRY: 'Pumps', EMPLOYEE_COUNT: 85 },
			LEAD_DESCRIPTION: 'Makes pumps for harbours.',
		});
	});

	it('an incoming file is attached to the right contact', async () => {
		const { insightly } = running();
		const { finished } = needed(found.waiting, 'nothing was published');
		const contact = insightly.sandbox.store.all('Contacts')[0];
		await sendForm({
			...{ 'field-0': 'Somebody', 'field-1': 'Else' },
			...{ 'field-2': String(contact.EMAIL_ADDRESS) },
			'field-3': new File(['The terms of the contract.'], 'contract.txt', { type: 'text/plain' }),
		});
		await nextSuccess(finished.file);
		const path = `/Contacts/${String(contact.CONTACT_ID)}/FileAttachments`;
		const files = await readSandbox<Row[]>(insightly.account, path);
		expect(files).toMatchObject([{ FILE_NAME: 'contract.txt', FILE_SIZE: 26 }]);
		const { FIRST_NAME } =
			insightly.sandbox.store.get('Contacts', Number(contact.CONTACT_ID)) ?? {};
		expect(FIRST_NAME).toBe(contact.FIRST_NAME);
	});

	it('a won opportunity becomes a project of its owner, and the team reads about it', async () => {
		const { finished } = needed(found.waiting, 'nothing was published');
		const { store } = running().insightly.sandbox;
		const won = needed(found.opportunity, 'no opportunity was won');
		const execution = await nextSuccess(finished.won);
		const [{ PROJECT_ID }] = outputOf(execution, 'Create Project');
		const project = store.get('Projects', Number(PROJECT_ID));
		expect(project).toMatchObject({
			...{ PROJECT_NAME: won.OPPORTUNITY_NAME, OWNER_USER_ID: won.OWNER_USER_ID },
			LINKS: [{ LINK_OBJECT_NAME: 'Opportunity', LINK_OBJECT_ID: won.OPPORTUNITY_ID }],
		});
		expect(chatAbout(String(won.OPPORTUNITY_NAME), /^Won: /)).toHaveLength(1);
	});

	it('a changed stage is told in the chat, with the one before', async () => {
		const { finished } = needed(found.waiting, 'nothing was published');
		const moved = needed(found.opportunity, 'no opportunity was moved');
		await nextSuccess(finished.stage);
		const [before, after] = stagesOfFirstPipeline();
		const said = `${String(moved.OPPORTUNITY_NAME)} moved from ${String(before.STAGE_NAME)} to ${String(after.STAGE_NAME)}`;
		expect(chatAbout(String(moved.OPPORTUNITY_NAME), / moved /)).toEqual([said]);
	});

	it("a spike in sign-ups is noted at the account, and told to the account's owner", async () => {
		const { finished } = needed(found.waiting, 'nothing was published');
		const { store } = running().spotler.sandbox;
		const account = needed(found.account, 'there was no spike');
		await nextSuccess(finished.spike);
		const activities = store.all('activities').filter(({ accountid }) => accountid === account.id);
		expect(activities).toMatchObject([
			{ description: expect.stringContaining('rose to 80') as string },
		]);
		expect(chatAbout(String(account.name), /sign-ups/)).toEqual([
			`Ada Lovelace: sign-ups at ${String(account.name)} rose to 80`,
		]);
	});
}

const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });

const chatAbout = (name: string, words: RegExp): string[] =>
	(found.standIns?.chat ?? []).filter((text) => text.includes(name) && words.test(text));

/** Publishes all that waits, each with the choices that its page asks for. */
async function publishAll(chatUrl: string): Promise<Waiting> {
	const { client, insightly, postHog } = running();
	found.opportunity = insightly.sandbox.store
		.all('Opportunities')
		.find(({ OPPORTUNITY_STATE }) => OPPORTUNITY_STATE === 'OPEN');
	found.account = running().spotler.sandbox.store.all('accounts')[0];
	await moveToStage(0);
	const insight = postHog.sandbox.store.insert({
		name: 'Sign-ups by company',
		query: { kind: 'InsightVizNode', source: { kind: 'TrendsQuery', series: [], interval: 'day' } },
		result: signUps(20),
	});
	const won = await imported('won-opportunity-to-project.json', {
		'Tell the Team': { url: chatUrl },
	});
	const stage = await imported('stage-changed-to-chat.json', { 'Tell the Team': { url: chatUrl } });
	const file = await imported('incoming-file-to-contact.json');
	const spike = await imported('signup-spike-to-account-owner.json', {
		'Sign-Ups Rise': { insight: byId(insight.id) },
		'Tell the Owner': { url: chatUrl },
	});
	for (const one of [won, stage, file, spike]) await publish(one);
	const follow = async ({ stored }: Imported) => await followExecutions(client, stored.id);
	const finished = {
		...{ won: await follow(won), stage: await follow(stage) },
		...{ spike: await follow(spike), file: await follow(file) },
	};
	insight.cached = undefined;
	postHog.sandbox.store.setResult(insight.id, { result: signUps(80) });
	return { won, stage, spike, file, finished };
}

/** Makes happen what the published ones wait for. */
async function changeEverything(): Promise<void> {
	const { insightly } = running();
	const { OPPORTUNITY_ID } = needed(found.opportunity, 'no opportunity is open');
	await moveToStage(1);
	await put(insightly.account, '/Opportunities', { OPPORTUNITY_ID, OPPORTUNITY_STATE: 'WON' });
}

function stagesOfFirstPipeline(): Row[] {
	const { store } = running().insightly.sandbox;
	const pipeline = store
		.all('Pipelines')
		.find(({ FOR_OPPORTUNITIES }) => FOR_OPPORTUNITIES === true);
	return store
		.all('PipelineStages')
		.filter(({ PIPELINE_ID }) => PIPELINE_ID === pipeline?.PIPELINE_ID)
		.sort((a, b) => Number(a.STAGE_ORDER) - Number(b.STAGE_ORDER));
}

async function moveToStage(place: number): Promise<void> {
	const { PIPELINE_ID, STAGE_ID } = stagesOfFirstPipeline()[place];
	const id = String(found.opportunity?.OPPORTUNITY_ID);
	await put(running().insightly.account, `/Opportunities/${id}/Pipeline`, {
		...{ PIPELINE_ID, PIPELINE_STAGE_CHANGE: { STAGE_ID } },
	});
}

async function put(
	{ key, url }: { key: string; url: string },
	path: string,
	body: object,
): Promise<void> {
	const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
	const headers = { authorization, 'content-type': 'application/json' };
	const answer = await fetch(url + path, { method: 'PUT', headers, body: JSON.stringify(body) });
	if (!answer.ok) throw new Error(`${answer.status} to PUT ${path}: ${await answer.text()}`);
}

/** A trend that is broken down by the company's name; its newest number is the given one. */
const signUps = (newest: number) => [
	{
		...{ action: { id: 'sign_up', name: 'sign_up', order: 0, math: 'total', custom_name: null } },
		...{ label: String(found.account?.name), breakdown_value: String(found.account?.name) },
		...{ count: 20 + newest, data: [20, newest], days: ['2026-01-05', '2026-01-06'] },
		labels: ['5-Jan-2026', '6-Jan-2026'],
	},
];

/** Sends the form of the published workflow, as a browser does. */
async function sendForm(fields: Record<string, string | File>): Promise<void> {
	const { n8n } = running();
	const { file } = needed(found.waiting, 'nothing was published');
	const path = file.nodes.find(({ type }) => type.endsWith('formTrigger')) as {
		webhookId?: string;
	};
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.append(name, value);
	const answer = await fetch(`${n8n.url}/form/${path.webhookId}`, { method: 'POST', body });
	if (!answer.ok) throw new Error(`${answer.status} to the form: ${await answer.text()}`);
}
