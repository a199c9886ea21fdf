import { expectThat } from '../../e2e/expectThat';
import { openNode, storeRow, type DrawnNode } from '../editor/canvas';
import { execute, shows } from '../editor/form';
import { ourNode, start, type Service } from '../editor/nodes';
import { openBranch } from '../editor/output';
import type { Sentence, World } from '../sentences';

interface Row {
	service: Service;
	name: string;
	/** Reads the record that the item names. */
	parameters: Record<string, unknown>;
	/** The ID of a record that is there. */
	present(world: World): string;
	/** What happened, and what to do, when there is no such record. */
	happened: RegExp;
	toDo: RegExp;
}

const absent = '999999999';

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const rows: Row[] = [
	{
		...{ service: 'insightly', name: 'Insightly' },
		parameters: { resource: 'contact', operation: 'get', recordId: byId('={{ $json.id }}') },
		present: ({ insightly }) => String(insightly.sandbox.store.all('Contacts')[0].CONTACT_ID),
		...{ happened: /Insightly has no such record/, toDo: /Check the ID/ },
	},
	{
		...{ service: 'spotler', name: 'Spotler CRM' },
		parameters: { resource: 'contact', operation: 'get', recordId: byId('={{ $json.id }}') },
		present: ({ spotler }) => String(spotler.sandbox.store.all('contacts')[0].id),
		...{ happened: /Spotler CRM .*(no such|not find)/, toDo: /Check the ID/ },
	},
	{
		...{ service: 'postHog', name: 'PostHog' },
		parameters: { resource: 'insight', operation: 'get', insight: byId('={{ $json.id }}') },
		present: ({ postHog }) =>
			String(postHog.sandbox.store.all(postHog.sandbox.store.projects[0].id)[0].id),
		...{ happened: /PostHog .*(no such|not find)/, toDo: /Check the ID/ },
	},
];

/** A node behind two items: the first names a record that is there, the second one that is not. */
async function runWithBoth(world: World, row: Row, more: Partial<DrawnNode>): Promise<void> {
	const items = [
		{ person: 'Ada', id: row.present(world) },
		{ person: 'Nobody', id: absent },
	];
	const node = ourNode(world, row.service, row.parameters, more);
	const id = await storeRow(world, `Failing ${row.name}`, [start, node], {
		[start.name]: items.map((json) => ({ json })),
	});
	await openNode(world, id, node.name);
	await execute(world.page);
}

/** A node that fails, as each setting of *On Error* shows it. */
export const failureSentences: Sentence[] = rows.flatMap((row) => [
	{
		says: `a node of ${row.name} that fails says what happened and what to do`,
		see: async (world) => {
			await runWithBoth(world, row, {});
			const output = world.page.getByTestId('output-panel');
			await shows(output, row.happened);
			const text = await output.innerText();
			await world.picture(`failed-node-${row.service}`);
			expectThat(row.toDo.test(text), `it does not say what to do: "${text.slice(0, 500)}"`);
		},
	},
	{
		says: `a node of ${row.name} puts what works on one output, and the item that fails with its reason on the other`,
		see: async (world) => {
			await runWithBoth(world, row, { onError: 'continueErrorOutput' });
			const output = await openBranch(world, 'Success');
			await shows(output, 'Success Branch (1 item)');
			await openBranch(world, 'Error');
			await shows(output, 'Nobody');
			await shows(output, row.happened);
			await world.picture(`error-output-${row.service}`);
			const bad = await output.innerText();
			expectThat(!/Ada/.test(bad), `the item that worked is there too: "${bad.slice(0, 500)}"`);
		},
	},
]);
