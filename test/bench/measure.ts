import { sleep } from '../../scripts/start/machine';
import { Stop } from '../../scripts/start/stop';
import { median, spread, type Spread } from './figures';
import type { Host } from './host';
import type { Reading } from './meter/gauge';
import type { Contestant, Medians, Run, Verdict, WorkRow } from './rows';
import type { StandIn } from './standIn';

/** What was measured of a row at one size. */
export interface WorkResult {
	name: string;
	title: string;
	count: number;
	/** Rounds; in each, every contestant once. */
	rounds: Run[][];
	medians: Run[];
	/** Our time by that of each other contestant, round by round. */
	ratios: Array<{ to: string; time: Spread; memory: Spread }>;
	floorSeconds?: number;
	verdicts: Verdict[];
	says: Array<{ contestant: string; says: string }>;
}

type Figures = Reading & { items: number; failed: number };

/** Every run works on other records, so that none is there from an earlier one. */
let nextFrom = 1_000_000;

/** Measures a row in so many rounds. `tell` hears of each run as it ends. */
export async function measureWork(
	row: WorkRow,
	count: number,
	pairs: number,
	{ host, standIn }: { host: Host; standIn: StandIn },
	tell: (run: Run) => void,
): Promise<WorkResult> {
	const rounds: Run[][] = [];
	if (!row.isMemory) await warmUp(row, count, host, standIn);
	for (let round = 0; round < pairs; round++) {
		const runs = new Map<Contestant, Run>();
		for (const contestant of turned(row.contestants, round)) {
			const run = await runOnce(row, contestant, count, { host, standIn });
			tell(run);
			runs.set(contestant, run);
		}
		rounds.push(row.contestants.map((contestant) => runs.get(contestant) as Run));
	}
	return resultOf(row, count, rounds);
}

/** Nobody is always the first, in case the machine changes its pace. */
const turned = <T>(list: readonly T[], by: number): T[] =>
	list.map((_, index) => list[(index + by) % list.length]);

/** Code is translated and connections are opened before anything counts, for all contestants alike. */
async function warmUp(row: WorkRow, count: number, host: Host, standIn: StandIn): Promise<void> {
	const small = Math.max(1, Math.min(count, row.floorSeconds ? 20 : 300));
	for (const contestant of row.contestants) {
		await runOnce(row, contestant, small, { host, standIn });
	}
}

async function runOnce(
	row: WorkRow,
	contestant: Contestant,
	count: number,
	{ host, standIn }: { host: Host; standIn: StandIn },
): Promise<Run> {
	const copies = row.atOnce ?? 1;
	const paths = Array.from({ length: copies }, (_, copy) => pathOf(row, contestant, copy));
	if (row.isMemory) await host.restart();
	await standIn.reset(row.standIn(count));
	const share = Math.ceil(count / copies);
	const figures = await Promise.all(
		paths.map(async (path) => {
			const address = await host.provide(path, (credentials) => contestant.nodes(credentials));
			nextFrom += count;
			const query = { count: share, from: nextFrom, kind: row.input, present: row.present ?? 0 };
			return await start(address, query);
		}),
	);
	const report = await standIn.report();
	const sum = (figure: (one: Figures) => number) =>
		figures.reduce((total, one) => total + figure(one), 0);
	const [first, last] = [
		Math.min(...figures.map(({ startedAt }) => startedAt)),
		Math.max(...figures.map(({ endedAt }) => endedAt)),
	];
	const items = sum((one) => one.items);
	const peakMb = Math.max(...figures.map((one) => one.peakMb));
	const expected = row.itemsOut(count);
	const troubles = [
		...(items === expected ? [] : [`${items} items instead of ${expected}`]),
		...(report.unknown.length > 0 ? [`unknown requests: ${report.unknown.join(', ')}`] : []),
	];
	return {
		contestant: contestant.name,
		seconds: (last - first) / 1_000,
		cpuSeconds: Math.max(...figures.map((one) => one.cpuSeconds)),
		peakMb,
		moreMb: peakMb - Math.min(...figures.map((one) => one.memoryBeforeMb)),
		items,
		failed: sum((one) => one.failed),
		sent: report.sent,
		refused: report.refused,
		doubled: report.doubled,
		written: report.written,
		...(troubles.length > 0 ? { trouble: troubles.join('; ') } : {}),
	};
}

const pathOf = ({ name }: WorkRow, contestant: Contestant, copy: number): string =>
	`${name}-${contestant.name}-${copy}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const READY_WITHIN_MS = 90_000;

/** Starts a workflow by its webhook and waits for its figures. */
async function start(address: string, query: Record<string, unknown>): Promise<Figures> {
	const search = new URLSearchParams(
		Object.entries(query).map(([key, one]): [string, string] => [key, String(one)]),
	);
	const until = Date.now() + READY_WITHIN_MS;
	for (;;) {
		const answer = await fetch(`${address}?${search}`);
		const text = await answer.text();
		if (answer.ok) return JSON.parse(text) as Figures;
		// Right after a start, n8n has not yet switched its workflows on.
		if (answer.status !== 404 || Date.now() > until) {
			throw new Stop(`The workflow ${address} ended with ${answer.status}: ${text.slice(0, 500)}`);
		}
		await sleep(250);
	}
}

function resultOf(row: WorkRow, count: number, rounds: Run[][]): WorkResult {
	const medians = row.contestants.map((_, place) => medianRun(rounds.map((runs) => runs[place])));
	const ratio = (place: number, figure: 'seconds' | 'peakMb') =>
		spread(rounds.map((runs) => runs[0][figure] / runs[place][figure]));
	const ratios = row.contestants.slice(1).map(({ name }, index) => ({
		to: name,
		time: ratio(index + 1, 'seconds'),
		memory: ratio(index + 1, 'peakMb'),
	}));
	const seen: Medians = {
		of: (name) => medians.find(({ contestant }) => contestant === name) as Run,
		ratio: (name, figure = 'seconds') => {
			const found = ratios.find(({ to }) => to === name);
			return (figure === 'seconds' ? found?.time.median : found?.memory.median) ?? Number.NaN;
		},
		most: (figure) => Math.max(...rounds.map((runs) => runs[0][figure])),
	};
	return {
		...{ name: row.name, title: row.title, count, rounds, medians, ratios },
		floorSeconds: row.floorSeconds?.(count),
		verdicts: row.targets.map(({ says, look }) => ({ says, ...look(seen, count) })),
		says: row.contestants.map(({ name, says }) => ({ contestant: name, says })),
	};
}

function medianRun(runs: Run[]): Run {
	const of = (figure: keyof Run) => median(runs.map((run) => Number(run[figure])));
	return {
		contestant: runs[0].contestant,
		...{ seconds: of('seconds'), cpuSeconds: of('cpuSeconds') },
		...{ peakMb: of('peakMb'), moreMb: of('moreMb'), items: of('items'), failed: of('failed') },
		...{ sent: of('sent'), refused: of('refused'), doubled: of('doubled'), written: of('written') },
		...{ trouble: runs.find(({ trouble }) => trouble)?.trouble },
	};
}
