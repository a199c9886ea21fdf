import type { INodeParameters } from 'n8n-workflow';

import { eventsOf, watchedTypes } from '../../../nodes/Insightly/trigger/parameters';
import { InsightlyTrigger } from '../../../nodes/Insightly/InsightlyTrigger.node';
import { Insightly } from '../../../nodes/Insightly/Insightly.node';
import { listSearch, loadOptions, resourceMapperFields } from '../../support/nodeMethods';
import { PollSimulator } from '../../support/pollSimulator';
import { BOTH_DOORS, byId, itemsOf, mapped, openAccount } from './account';
import { OBJECT, World } from './walk/world';

const object = (name: string): INodeParameters => ({
	customObject: { __rl: true, mode: 'name', value: name },
});

const linkTo = (more: INodeParameters): INodeParameters => ({
	resource: 'link',
	operation: 'create',
	recordType: 'contact',
	parentId: byId(1),
	linkRecordType: 'organisation',
	linkRecordId: byId(2),
	...more,
});

const tagOn = (more: INodeParameters): INodeParameters => ({
	resource: 'tag',
	operation: 'create',
	recordType: 'contact',
	parentId: byId(1),
	tag: 'VIP',
	...more,
});

describe('values that the tables know to be wrong', () => {
	it.each<[string, INodeParameters, string]>([
		[
			'a record type without tags',
			tagOn({ recordType: 'task' }),
			'not possible for the record type',
		],
		['a tag that is too long', tagOn({ tag: 'x'.repeat(256) }), 'cannot be right'],
		['no tag', tagOn({ tag: ' ' }), 'The tag is missing'],
		['a link from a lead', linkTo({ recordType: 'lead' }), 'not possible for the record type'],
		['a link to a lead', linkTo({ linkRecordType: 'lead' }), 'cannot be linked to'],
		[
			'a link to itself',
			linkTo({ linkRecordType: 'contact', linkRecordId: byId(1) }),
			'cannot be linked to itself',
		],
		[
			'a relationship between a contact and an organisation',
			linkTo({ options: { relationshipId: 3 } }),
			'cannot have a relationship',
		],
		['a role that is too long', linkTo({ options: { role: 'x'.repeat(256) } }), 'cannot be right'],
		[
			'a comment ID that is none',
			{ resource: 'comment', operation: 'delete', commentId: 'first' },
			'is not the ID of a comment',
		],
		[
			'a comment without text',
			{ resource: 'comment', operation: 'update', commentId: '1', body: '={{ "" }}' },
			'The text is missing',
		],
		[
			'a language that is none',
			{
				...object(OBJECT),
				resource: 'translation',
				operation: 'get',
				recordType: 'customObjectRecord',
				parentId: byId(1),
				language: 'German, please',
			},
			'is not a language code',
		],
		[
			'a custom object that cannot be one',
			{ ...object('../Contacts'), resource: 'customObjectRecord', operation: 'getMany' },
			'is not the name of a custom object',
		],
		[
			'a date of an occasion that is none',
			{
				resource: 'date',
				operation: 'replace',
				recordType: 'contact',
				parentId: byId(1),
				dates: { date: [{ name: 'Birthday', date: 'soon' }] },
			},
			'cannot be right',
		],
		[
			'an occasion without a name',
			{
				resource: 'date',
				operation: 'replace',
				recordType: 'contact',
				parentId: byId(1),
				dates: { date: [{ date: '2026-07-01' }] },
			},
			'missing',
		],
		[
			'list IDs that are none',
			{
				resource: 'staticListMembership',
				operation: 'replace',
				parentId: byId(1),
				listIds: '1, two',
			},
			'cannot be right',
		],
		[
			'a milestone without its day',
			{
				resource: 'milestone',
				operation: 'create',
				parentId: byId(1),
				fields: mapped({ TITLE: 'Start' }),
			},
			'Due Date is missing',
		],
		[
			'an empty team',
			{ resource: 'team', operation: 'create', fields: mapped({}) },
			'The new record has no values',
		],
	])('are refused before anything is sent: %s', async (_case, parameters, message) => {
		const { run, sandbox } = await openAccount();
		const { error } = await run(parameters);
		expect(error?.message).toContain(message);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('what a smaller plan lacks', () => {
	const getMany = (resource: string): INodeParameters => ({ resource, operation: 'getMany' });

	it.each([
		['product', 'products, price books and quotations'],
		['quotationLineItem', 'products, price books and quotations'],
		['ticket', 'Insightly Service'],
		['communityForum', 'Insightly Service'],
		['prospect', 'Insightly Marketing'],
	])('is named when %s is asked for', async (resource, feature) => {
		const { run } = await openAccount({ switches: { planGates: 'professional' } });
		const { error } = await run(getMany(resource));
		expect(`${error?.message} ${error?.description}`).toContain(feature);
	});

	it('is told apart from a custom object that does not exist', async () => {
		const { run } = await openAccount();
		const { error } = await run({ ...object('Boat__c'), ...getMany('customObjectRecord') });
		expect(error?.description).toContain('There is no custom object of this name');
	});
});

describe.each(BOTH_DOORS)('Find or Create, through the %s door', (door) => {
	const find = (email: string): INodeParameters => ({
		resource: 'contact',
		operation: 'findOrCreate',
		fields: mapped({ FIRST_NAME: 'New', EMAIL_ADDRESS: email }, 'EMAIL_ADDRESS'),
	});

	it('returns the record that is there as it is', async () => {
		const { rows, sandbox } = await openAccount();
		sandbox.store.insert('Contacts', { FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'ada@example.com' });
		const [found] = await rows(find('ADA@example.com'), { door });
		expect(found).toMatchObject({ FIRST_NAME: 'Ada' });
		expect(sandbox.requests.every(({ method }) => method === 'GET')).toBe(true);
	});

	it('creates one record for several items with the same new value', async () => {
		const { rows, sandbox } = await openAccount();
		const made = await rows(find('new@example.com'), { door, items: itemsOf({}, {}, {}) });
		expect(new Set(made.map(({ CONTACT_ID }) => CONTACT_ID)).size).toBe(1);
		expect(sandbox.store.all('Contacts')).toHaveLength(1);
	});

	it('names the records when several match, and writes nothing', async () => {
		const { run, sandbox } = await openAccount();
		const twin = { FIRST_NAME: 'Ada', EMAIL_ADDRESS: 'ada@example.com' };
		const ids = [1, 2].map(() => sandbox.store.insert('Contacts', twin).CONTACT_ID);
		const { error } = await run(find('ada@example.com'), { door });
		expect(error?.message).toContain('Several contacts have');
		for (const id of ids) expect(error?.description).toContain(String(id));
		expect(sandbox.store.all('Contacts')).toHaveLength(2);
	});
});

describe('custom object records', () => {
	it('carry their own custom fields, written and read by plain names', async () => {
		const { rows, sandbox } = await openAccount({ seed: 'company' });
		const [made] = await rows({
			...object(OBJECT),
			resource: 'customObjectRecord',
			operation: 'create',
			fields: mapped({ RECORD_NAME: 'Van', Plate__c: 'SB-1', Mileage__c: '12' }),
		});
		expect(made).toMatchObject({ RECORD_NAME: 'Van', Plate__c: 'SB-1', Mileage__c: 12 });
		expect(sandbox.violations).toEqual([]);
	});
});

describe('tags given with a record', () => {
	it('are written as the API wants them, from a text or a list, and left alone when not given', async () => {
		const { rows, sandbox } = await openAccount();
		const create = (TAGS: unknown) => ({
			resource: 'contact',
			operation: 'create',
			fields: mapped({ FIRST_NAME: 'Ada', TAGS } as never),
		});
		const [first] = await rows(create('VIP, News, VIP'));
		const [second] = await rows(create(['A, B']));
		expect(first.TAGS).toEqual(['VIP', 'News']);
		expect(second.TAGS).toEqual(['A, B']);
		await rows({
			resource: 'contact',
			operation: 'update',
			recordId: byId(first.CONTACT_ID),
			fields: mapped({ FIRST_NAME: 'Augusta' }),
		});
		expect(sandbox.store.get('Contacts', Number(first.CONTACT_ID))?.TAGS).toEqual([
			{ TAG_NAME: 'VIP' },
			{ TAG_NAME: 'News' },
		]);
		expect(sandbox.violations).toEqual([]);
	});
});

describe('forms of what hangs on records', () => {
	const node = new Insightly();

	it('pick the parent from its own list, and leave its ID out of the fields', async () => {
		const { sandbox, credentials } = await openAccount();
		sandbox.store.insert('Product', { PRODUCT_NAME: 'Bolt' });
		const parameters = {
			resource: 'pricebookEntry',
			operation: 'create',
			recordType: 'product',
		};
		const { results } = await listSearch(node, 'searchParents', { parameters, credentials });
		const { fields } = await resourceMapperFields(node, 'getFields', { parameters, credentials });
		expect(results.map(({ name }) => name)).toEqual(['Bolt']);
		expect(fields.map(({ id }) => id)).toContain('PRICE');
		expect(fields.map(({ id }) => id)).not.toContain('PRODUCT_ID');
		expect(sandbox.violations).toEqual([]);
	});

	it('say Record for the record that something hangs on, and Belongs To for what a record is below', () => {
		const { properties } = new Insightly().description;
		const labelsOf = (resource: string, operation: string) =>
			properties
				.filter(({ displayOptions, type }) => {
					const { resource: resources, operation: operations } = displayOptions?.show ?? {};
					const isShown = resources?.includes(resource) && operations?.includes(operation);
					return isShown && type === 'resourceLocator' && !displayOptions?.show?.recordType;
				})
				.map(({ displayName }) => displayName);
		expect(labelsOf('tag', 'replace')).toEqual(['Record']);
		expect(labelsOf('link', 'create')).toEqual(['Record', 'Link To Record']);
		expect(labelsOf('fileAttachment', 'upload')).toEqual(['Record']);
		expect(labelsOf('ctiDisplay', 'showRecord')).toEqual(['Record']);
		expect(labelsOf('milestone', 'update')).toEqual(['Belongs To', 'Record']);
	});

	it('find Simplify and Updated Since of a list below a record among its options', async () => {
		const { rows, sandbox } = await openAccount();
		const fields = [{ FIELD_NAME: 'Ours__c', FIELD_VALUE: 'x' }];
		const tasks = ['2026-01-01 00:00:00', '2026-03-01 00:00:00'].map((DATE_UPDATED_UTC, index) => ({
			TASK_ID: index + 1,
			CUSTOMFIELDS: fields,
			DATE_UPDATED_UTC,
		}));
		const list = async (options: INodeParameters) => {
			sandbox.faults.next({
				match: { path: '/Contacts/1/Tasks' },
				fault: {
					kind: 'status',
					status: 200,
					headers: { 'Content-Type': 'application/json', 'X-Total-Count': '2' },
					text: JSON.stringify(tasks),
				},
			});
			const about = { resource: 'task', operation: 'getManyOfParent', recordType: 'contact' };
			return await rows({ ...about, parentId: byId(1), options });
		};
		expect(await list({ simplify: false, updatedSince: '2026-02-01T00:00:00Z' })).toEqual([
			tasks[1],
		]);
		expect(await list({})).toEqual([
			expect.objectContaining({ TASK_ID: 1, Ours__c: 'x' }),
			expect.objectContaining({ TASK_ID: 2, Ours__c: 'x' }),
		]);
	});

	it('offer custom objects by label, and the fields of the one that is chosen', async () => {
		const { credentials } = await openAccount({ seed: 'company' });
		const parameters = {
			...object(OBJECT),
			resource: 'customObjectRecord',
			operation: 'create',
		};
		const { results } = await listSearch(node, 'searchCustomObjects', { parameters, credentials });
		expect(results).toEqual([{ name: 'Vehicle', value: OBJECT }]);
		const { fields } = await resourceMapperFields(node, 'getFields', { parameters, credentials });
		expect(fields.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['RECORD_NAME', 'Plate__c', 'Condition__c']),
		);
	});

	it('offer the stages of the chosen pipeline and the reasons for the chosen state only', async () => {
		const { sandbox, credentials } = await openAccount();
		const [pipeline] = sandbox.store.all('Pipelines');
		const stages = await loadOptions(node, 'getPipelineStages', {
			parameters: {
				resource: 'pipeline',
				operation: 'setForRecord',
				pipelineId: pipeline.PIPELINE_ID as number,
			},
			credentials,
		});
		const reasons = await loadOptions(node, 'getStateReasons', {
			parameters: { resource: 'opportunityState', operation: 'change', opportunityState: 'LOST' },
			credentials,
		});
		expect(stages.map(({ name }) => name)).toEqual(['Close', 'Negotiate', 'Propose', 'Qualify']);
		expect(reasons.map(({ name }) => name)).toEqual(['Too expensive', 'Went to a competitor']);
	});
});

describe('the trigger', () => {
	const watch = async (parameters: INodeParameters) => {
		const account = await openAccount({ seed: 'company', clock: '2026-03-01T12:00:00Z' });
		const simulator = await PollSimulator.create({
			engine: 'memory',
			nodeType: new InsightlyTrigger(),
			parameters: { event: 'createdOrUpdated', ...parameters },
			credentials: account.credentials,
		});
		return { ...account, simulator, world: new World(account.sandbox) };
	};

	const changing = watchedTypes.filter((type) => eventsOf(type).includes('created'));

	it.each(changing.map((type) => [type.value, type] as const))(
		'reports a new %s once',
		async (resource, type) => {
			const { simulator, sandbox, world } = await watch({ resource, ...object(OBJECT) });
			sandbox.clock.advance(60_000);
			await simulator.activate();
			sandbox.clock.advance(60_000);
			const made = world.record(type);
			await simulator.tick();
			sandbox.clock.advance(60_000);
			await simulator.tick();
			expect(simulator.errors).toEqual([]);
			expect(simulator.items.map((row) => row[type.idKey])).toEqual([made[type.idKey]]);
			expect(sandbox.violations).toEqual([]);
		},
	);

	it('says of records without a date of change that they can only be watched when they are new', async () => {
		const { simulator } = await watch({ resource: 'email', event: 'updated' });
		await expect(simulator.activate()).rejects.toThrow('does not say when emails change');
	});
});
