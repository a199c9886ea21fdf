import { needed, running } from './running';
import { readSandbox } from '../../scripts/start/contacts';
import { runByHand } from '../../scripts/start/executions';
import { readExample } from '../../scripts/start/workflows';

const runLimitMs = 60_000;

/** The third workflow, run as the editor's button runs it. */
export function postHogSentences(): void {
	it('gives its result as rows, one for each day, with its name', async () => {
		const { client, weeklyInsight, executions } = running();
		const { nodes } = readExample('weekly-insight-to-crm.json');
		const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger');
		const { name } = needed(trigger, 'the example has no schedule');
		const execution = await runByHand(client, weeklyInsight.id, name, runLimitMs);
		executions[weeklyInsight.name] = execution;
		expect([execution.status, execution.reason]).toEqual(['success', undefined]);
		const ran = execution.nodes.find(({ items }) => items.some(({ insight_id: of }) => of));
		expect(ran?.items).toHaveLength(7);
		for (const row of ran?.items ?? []) {
			expect(row).toMatchObject({
				value: expect.any(Number) as number,
				date: expect.stringMatching(/^\d{4}-\d\d-\d\d/) as string,
				insight_name: 'Weekly sign-ups',
			});
		}
	});

	it('has its sum put into Insightly as a task', async () => {
		const { executions, weeklyInsight, insightly } = running();
		const output = executions[weeklyInsight.name]?.nodes.at(-1)?.items[0];
		const path = `/Tasks/${String(needed(output?.TASK_ID, 'the last node put out no task'))}`;
		const { TITLE } = await readSandbox<{ TITLE: string }>(insightly.account, path);
		expect(TITLE).toMatch(/Weekly sign-ups.*\b78\b/);
	});
}
