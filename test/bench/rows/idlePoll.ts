import { fs, join, sleep } from '../../../scripts/start/machine';
import { runToEnd } from '../../../scripts/start/run';
import { median } from '../figures';
import type { Host } from '../host';
import type { StandIn } from '../standIn';
import type { FactRow, FactTools } from './types';

/** Polls for each round of pairs: one poll is too little to be measured by the clock of the system. */
const POLLS_A_ROUND = 4;

/** What a poll that finds nothing costs: n8n's in-memory engine polls once whenever a workflow is switched on. */
export const idlePoll: FactRow = {
	kind: 'facts',
	name: 'idle-poll',
	title: 'A poll that finds nothing new (Insightly, contacts, created or updated)',
	async measure({ host, standIn, pairs }: FactTools) {
		await standIn.reset({ latencyMs: 0, records: 20_000, series: 0 });
		const client = await host.api();
		const ours = await host.activate(client, triggerWorkflow(host));
		const other = await host.activate(client, scheduleWorkflow());
		const sent: number[] = [];
		const cpu = { ours: [] as number[], other: [] as number[] };
		for (let round = 0; round < pairs * POLLS_A_ROUND; round++) {
			const before = (await standIn.report()).sent;
			cpu.ours.push(await cpuOf(host, async () => await polled(host, standIn, ours, before)));
			sent.push((await standIn.report()).sent - before);
			cpu.other.push(await cpuOf(host, async () => await restarted(host, other)));
		}
		const state = await readState(host, ours);
		await client.post(`/workflows/${ours}/deactivate`, {});
		await client.post(`/workflows/${other}/deactivate`, {});
		const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
		const cost = Math.max(0, mean(cpu.ours) - mean(cpu.other));
		const most = Math.max(...sent);
		return {
			table: [
				['requests a poll (median, most)', 'CPU a poll', 'state'],
				[`${median(sent)}, ${most}`, `${cost.toFixed(0)} ms`, `${state.length} bytes`],
			],
			verdicts: [{ says: 'one request a poll', shown: String(most), isMet: most === 1 }],
		};
	},
};

/** The same without a poll, for as long. */
async function restarted(host: Host, id: string): Promise<void> {
	await switchOffAndOn(host, id);
	await sleep(550);
}

/** Switching on does not wait for the poll. */
async function polled(host: Host, standIn: StandIn, id: string, sentBefore: number): Promise<void> {
	await switchOffAndOn(host, id);
	for (let look = 0; look < 40; look++) {
		await sleep(50);
		if ((await standIn.report()).sent > sentBefore) break;
	}
	// And a moment for what follows: a second request would be counted too.
	await sleep(500);
}

async function switchOffAndOn(host: Host, id: string): Promise<void> {
	const client = await host.api();
	const { versionId } = await client.get<{ versionId: string }>(`/workflows/${id}`);
	await client.post(`/workflows/${id}/deactivate`, {});
	await client.post(`/workflows/${id}/activate`, { versionId });
}

/** CPU time of the n8n process, ms; to the nearest 10 ms, as Linux counts. */
async function cpuOf(host: Host, action: () => Promise<void>): Promise<number> {
	const before = cpuTime(host.pid);
	await action();
	return cpuTime(host.pid) - before;
}

function cpuTime(pid: number): number {
	const file = `/proc/${pid}/stat`;
	if (!fs.existsSync(file)) return 0;
	const fields = fs.readFileSync(file, 'utf8').split(') ')[1].split(' ');
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** What n8n keeps for the workflow, as its database has it. */
async function readState(host: Host, id: string): Promise<string> {
	const script = `const { DatabaseSync } = require('node:sqlite');
		const row = new DatabaseSync(process.argv[1], { readOnly: true })
			.prepare('select staticData from workflow_entity where id = ?').get(process.argv[2]);
		process.stdout.write(row.staticData ?? '');`;
	const database = join(host.homeDir, '.n8n', 'database.sqlite');
	return await runToEnd(host.installed.node, ['--no-warnings', '-e', script, database, id], {
		cwd: host.homeDir,
		otherwise: "The trigger's state could not be read from n8n's database.",
	});
}

const workflow = (name: string, node: object): object => ({
	name,
	nodes: [{ id: name, name: 'Trigger', position: [0, 0], typeVersion: 1, ...node }],
	connections: {},
	settings: { executionOrder: 'v1' },
});

const triggerWorkflow = (host: Host): object =>
	workflow('bench-trigger', {
		type: 'n8n-nodes-insightly-spotler.insightlyTrigger',
		parameters: {
			pollTimes: { item: [{ mode: 'everyHour', minute: 30 }] },
			...{ resource: 'contact', event: 'createdOrUpdated', simplify: true, options: {} },
		},
		credentials: { insightlyApi: host.credentials.limited.insightlyApi },
	});

const scheduleWorkflow = (): object =>
	workflow('bench-schedule', {
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		parameters: { rule: { interval: [{ field: 'hours', triggerAtMinute: 30 }] } },
	});
