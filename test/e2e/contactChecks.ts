import { expectThat } from './expectThat';
import type { Check } from './checks';
import { nextSuccess } from './waiting';
import { createContact, readSandbox } from '../../scripts/start/contacts';
import { followExecutions } from '../../scripts/start/executions';

const newLastName = 'Checked by npm start';

interface Task {
	TITLE: string;
}

/** The way of one contact from the Insightly sandbox through the first active workflow. */
export const contactChecks: Check[] = [
	{
		says: 'switching the workflows on delivers nothing that was there before',
		see: async ({ client, insightly: { sandbox } }) => {
			const polls = sandbox.requests.filter(({ path }) => path.includes('/Contacts'));
			expectThat(polls.length > 0, 'the triggers did not ask the sandbox for contacts');
			const { results } = await client.get<{ results: unknown[] }>('/executions?limit=10');
			expectThat(results.length === 0, `${results.length} executions ran`);
		},
	},
	{
		says: 'a contact created in Insightly reaches a finished execution',
		see: async (checked) => {
			const { client, followUp, insightly } = checked;
			const finishedSince = await followExecutions(client, followUp.id);
			checked.contact = await createContact(insightly.account, newLastName);
			const execution = await nextSuccess(finishedSince);
			checked.executions[followUp.name] = execution;
			const ids = execution.nodes[0].items.map(({ CONTACT_ID }) => CONTACT_ID);
			const wanted = checked.contact.CONTACT_ID;
			expectThat(
				ids.length === 1 && ids[0] === wanted,
				`it delivered [${ids.join(', ')}], not just ${wanted}`,
			);
		},
	},
	{
		says: 'the workflow has left a task about the contact in Insightly',
		see: async ({ insightly, followUp, executions }) => {
			const output = executions[followUp.name]?.nodes.at(-1)?.items[0];
			expectThat(output?.TASK_ID, 'the last node put out no task');
			const path = `/Tasks/${String(output.TASK_ID)}`;
			const task = await readSandbox<Task>(insightly.account, path);
			expectThat(task.TITLE.includes(newLastName), `the task is called "${task.TITLE}"`);
		},
	},
];
