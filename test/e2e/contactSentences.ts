import { needed, running } from './running';
import { nextSuccess } from './waiting';
import { createContact, readSandbox } from '../../scripts/start/contacts';
import { followExecutions } from '../../scripts/start/executions';

const newLastName = 'Checked by npm start';

interface Task {
	TITLE: string;
}

/** The way of one contact from the Insightly sandbox through the first active workflow. */
export function contactSentences(): void {
	it('that was there before is not delivered when the workflows are switched on', async () => {
		const { client, insightly } = running();
		const polls = insightly.sandbox.requests.filter(({ path }) => path.includes('/Contacts'));
		expect(polls).not.toEqual([]);
		const { results } = await client.get<{ results: unknown[] }>('/executions?limit=10');
		expect(results).toEqual([]);
	});

	it('reaches a finished execution when it is created', async () => {
		const checked = running();
		const { client, followUp, insightly } = checked;
		const finishedSince = await followExecutions(client, followUp.id);
		checked.contact = await createContact(insightly.account, newLastName);
		const execution = await nextSuccess(finishedSince);
		checked.executions[followUp.name] = execution;
		const ids = execution.nodes[0].items.map(({ CONTACT_ID }) => CONTACT_ID);
		expect(ids).toEqual([checked.contact.CONTACT_ID]);
	});

	it('is what the workflow has left a task about in Insightly', async () => {
		const { insightly, followUp, executions } = running();
		const output = executions[followUp.name]?.nodes.at(-1)?.items[0];
		const path = `/Tasks/${String(needed(output?.TASK_ID, 'the last node put out no task'))}`;
		const { TITLE } = await readSandbox<Task>(insightly.account, path);
		expect(TITLE).toContain(newLastName);
	});
}
