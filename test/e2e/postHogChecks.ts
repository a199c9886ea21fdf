import { expectThat } from './expectThat';
import type { Check } from './checks';
import { readSandbox } from '../../scripts/start/contacts';
import { runByHand } from '../../scripts/start/executions';
import { readExample } from '../../scripts/start/workflows';

const runLimitMs = 60_000;

/** The third workflow, run as the editor's button runs it. */
export const postHogChecks: Check[] = [
	{
		says: "the result of a PostHog insight comes as rows, one for each day, with the insight's name",
		see: async (checked) => {
			const { client, weeklyInsight } = checked;
			const { nodes } = readExample('weekly-insight-to-crm.json');
			const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
			expectThat(trigger, 'the example has no schedule');
			const execution = await runByHand(client, weeklyInsight.id, trigger.name, runLimitMs);
			checked.executions[weeklyInsight.name] = execution;
			const { id, status, reason = '', nodes: ran } = execution;
			expectThat(status === 'success', `execution ${id} ended as ${status}: ${reason}`);
			const rows = ran.find(({ items }) => items.some(({ insight_id: of }) => of))?.items ?? [];
			expectThat(rows.length === 7, `there are ${rows.length} rows`);
			for (const { date, value, insight_name: name } of rows) {
				expectThat(typeof value === 'number', `a value is ${JSON.stringify(value)}`);
				expectThat(/^\d{4}-\d\d-\d\d/.test(String(date)), `a date is ${JSON.stringify(date)}`);
				expectThat(name === 'Weekly sign-ups', `the insight is called ${JSON.stringify(name)}`);
			}
		},
	},
	{
		says: 'their sum has been put into Insightly as a task',
		see: async ({ executions, weeklyInsight, insightly }) => {
			const output = executions[weeklyInsight.name]?.nodes.at(-1)?.items[0];
			expectThat(output?.TASK_ID, 'the last node put out no task');
			const path = `/Tasks/${String(output.TASK_ID)}`;
			const { TITLE } = await readSandbox<{ TITLE: string }>(insightly.account, path);
			expectThat(/Weekly sign-ups.*\b78\b/.test(TITLE), `the task is called "${TITLE}"`);
		},
	},
];
