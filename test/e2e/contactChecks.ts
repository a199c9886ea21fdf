import { expectThat } from './expectThat';
import type { Check } from './checks';
import { createContact, readSandbox } from '../../scripts/start/contacts';
import { followExecutions, type FinishedExecution } from '../../scripts/start/executions';
import { fs, sleep } from '../../scripts/start/machine';

/** Four polls of n8n, which come once a minute. */
const waitLimitMs = 240_000;
const newLastName = 'Checked by npm start';

interface Task {
	TITLE: string;
}

/** The way of one contact from the sandbox through the active workflow. */
export const contactChecks: Check[] = [
	{
		says: 'switching the workflow on delivers nothing that was there before',
		see: async ({ client, workflow, sandbox }) => {
			const polls = sandbox.requests.filter(({ path }) => path.includes('/Contacts'));
			expectThat(polls.length > 0, 'the trigger did not ask the sandbox for contacts');
			const finished = await client.get<{ results: unknown[] }>(
				`/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId: workflow.id }))}`,
			);
			expectThat(finished.results.length === 0, `${finished.results.length} executions ran`);
		},
	},
	{
		says: 'a contact created in the sandbox reaches a finished execution',
		see: async (checked) => {
			const finishedSince = await followExecutions(checked.client, checked.workflow.id);
			checked.contact = await createContact(checked.account, newLastName);
			checked.execution = await firstOf(finishedSince);
			const { status, reason, nodes } = checked.execution;
			expectThat(
				status === 'success',
				`execution ${checked.execution.id} ended as ${status}: ${reason ?? ''}`,
			);
			const ids = nodes[0].items.map(({ CONTACT_ID }) => CONTACT_ID);
			const wanted = checked.contact.CONTACT_ID;
			expectThat(
				ids.length === 1 && ids[0] === wanted,
				`it delivered [${ids.join(', ')}], not just ${wanted}`,
			);
		},
	},
	{
		says: 'the workflow has left a task about the contact in the sandbox',
		see: async ({ account, contact, execution }) => {
			expectThat(contact && execution, 'no contact came through');
			const output = execution.nodes.at(-1)?.items[0];
			expectThat(output?.TASK_ID, 'the last node put out no task');
			const task = await readSandbox<Task>(account, `/Tasks/${String(output.TASK_ID)}`);
			expectThat(task.TITLE.includes(newLastName), `the task is called "${task.TITLE}"`);
		},
	},
	{
		says: 'every request was one that the Insightly API knows',
		see: async ({ sandbox }) => {
			const refused = sandbox.violations.map((violation) => JSON.stringify(violation));
			expectThat(refused.length === 0, `the sandbox refused: ${refused.join(', ')}`);
		},
	},
	{
		says: "neither the key nor the password is in n8n's log",
		see: async ({ home }) => {
			const log = fs.readFileSync(home.logFile, 'utf8');
			expectThat(log.length > 0, 'the log is empty');
			expectThat(!log.includes(home.apiKey), 'the key is');
			expectThat(!log.includes(home.login.password), 'the password is');
		},
	},
];

async function firstOf(
	finishedSince: () => Promise<FinishedExecution[]>,
): Promise<FinishedExecution> {
	const until = Date.now() + waitLimitMs;
	while (Date.now() < until) {
		const [execution] = await finishedSince();
		if (execution) return execution;
		await sleep(1000);
	}
	throw new Error(`no execution finished within ${waitLimitMs / 1000} s`);
}
