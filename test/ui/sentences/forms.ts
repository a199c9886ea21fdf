import { expectThat } from '../../e2e/expectThat';
import { closeNode, openNewCanvas, openNodeByName, openWorkflow, storeRow } from '../editor/canvas';
import {
	addMapperField,
	choose,
	execute,
	fill,
	formOf,
	inputOf,
	openAddField,
	openEntries,
	openEntry,
	openRecordList,
	shows,
	visibleFields,
} from '../editor/form';
import { addByRow, entryOf, openNodeList, openPanel, openPanelBehind } from '../editor/panel';
import { openForm, ourNode, start, type Service } from '../editor/nodes';
import type { Sentence, World } from '../sentences';

const mostFields = 7;

/** The operations that people open first. */
const everyday: Array<{ service: Service; resources: string[]; operations: string[] }> = [
	{
		service: 'insightly',
		resources: ['contact', 'lead', 'opportunity', 'organisation', 'task', 'project', 'event'],
		operations: ['create', 'upsert', 'get', 'getMany', 'update'],
	},
	{
		service: 'spotler',
		resources: ['contact', 'account', 'opportunity', 'activity', 'case'],
		operations: ['create', 'upsert', 'get', 'getMany', 'update'],
	},
	{
		service: 'postHog',
		resources: ['insight'],
		operations: ['create', 'get', 'getMany', 'getResult', 'update'],
	},
];

/** Those that ask the account for its fields first. */
const mappedOperations = ['create', 'upsert', 'update'];

const fewFields: Sentence[] = everyday.flatMap(({ service, resources, operations }) =>
	resources.map((resource) => ({
		says: `${service}: every everyday operation of ${resource} opens with at most ${mostFields} fields`,
		see: async (world: World) => {
			const nodes = operations.map((operation) =>
				ourNode(world, service, { resource, operation }, { name: operation }),
			);
			const id = await storeRow(world, `Forms of ${resource}`, [start, ...nodes]);
			await openWorkflow(world, id);
			for (const operation of operations) {
				await openNodeByName(world, operation);
				const isMapped = service !== 'postHog' && mappedOperations.includes(operation);
				if (isMapped) await formOf(world.page).getByTestId('add-fields-select').waitFor();
				const fields = await visibleFields(world.page);
				expectThat(
					fields.length > 0 && fields.length <= mostFields,
					`${operation} opens with ${fields.length}: ${fields.join(', ')}`,
				);
				await closeNode(world);
			}
		},
	})),
);

/** Own fields of contacts in the sandbox that can be written, one of each kind. */
const customLabels = [
	'Nickname',
	'Remarks',
	'Loyalty points',
	'Discount',
	'Newsletter',
	'Customer since',
	'Last review',
	'Segment',
	'Interests',
];

interface FirstWrite {
	node: string;
	trigger: string;
	action: string;
	/** Test ID of something that the form is useless without. */
	field: string;
}

const firstWrites: FirstWrite[] = [
	{
		...{ node: 'Insightly', trigger: 'On contact created', action: 'Create task' },
		field: 'parameter-input-TITLE',
	},
	{
		...{ node: 'Spotler CRM', trigger: 'On contact created', action: 'Create contact' },
		field: 'parameter-input-last',
	},
	{
		...{ node: 'PostHog Insights', trigger: 'On insight created', action: 'Create insight' },
		field: 'parameter-input-name',
	},
];

/** The first node behind a trigger is asked for its fields before it has a credential. */
const firstWriteSentences: Sentence[] = firstWrites.map(({ node, trigger, action, field }) => ({
	says: `the first write node of ${node} behind a trigger has its fields at once`,
	see: async (world) => {
		const { page } = world;
		await openNewCanvas(world);
		await openPanel(world);
		await openNodeList(world, node);
		await entryOf(world, trigger).first().click();
		await formOf(page).waitFor();
		await closeNode(world);
		await openPanelBehind(world);
		await addByRow(world, node, action);
		await formOf(page).getByTestId(field).first().waitFor();
		await world.picture(`first-write-node-${node.split(' ')[0].toLowerCase()}`);
		const text = await formOf(page).innerText();
		expectThat(!/No fields found|Error fetching/.test(text), `the form says "${text}"`);
	},
}));

export const formSentences: Sentence[] = [
	...firstWriteSentences,
	{
		says: 'a record is picked from a list, found by a part of its name',
		see: async (world) => {
			const { page } = world;
			await openForm(world, 'insightly', { resource: 'contact', operation: 'get' });
			const entries = await openRecordList(page, 'recordId');
			const [first] = await entries.allInnerTexts();
			const word = first.split(' ')[1];
			await page.getByTestId('rlc-search').fill(word);
			await entries.filter({ hasText: word }).first().waitFor();
			await world.picture('pick-a-contact');
			await entries.filter({ hasText: word }).first().click();
			const output = await execute(page);
			await shows(output, word);
		},
	},
	{
		says: 'the mapper offers custom fields under their labels, and what is mapped arrives',
		see: async (world) => {
			const { page } = world;
			await openForm(world, 'insightly', { resource: 'contact', operation: 'create' });
			await fill(page, 'FIRST_NAME', 'Ada');
			await openAddField(page);
			const offered = await openEntries(page);
			await world.picture('mapper-custom-fields');
			const missing = customLabels.filter((label) => !offered.some((one) => one.startsWith(label)));
			expectThat(missing.length === 0, `not offered: ${missing.join(', ')}`);
			await openEntry(page, 'Segment').click();
			await choose(page, 'Segment__c', 'Medium');
			await addMapperField(page, 'Newsletter');
			await inputOf(page, 'Newsletter__c').locator('.el-switch, [role=switch]').first().waitFor();
			await addMapperField(page, 'Loyalty points');
			await inputOf(page, 'Loyalty_Points__c').getByTestId('input-number').waitFor();
			await addMapperField(page, 'Background');
			await fill(page, 'BACKGROUND', 'Met at the fair');
			const output = await execute(page);
			for (const arrived of ['Ada', 'Met at the fair', 'Medium']) await shows(output, arrived);
		},
	},
	...fewFields,
];
