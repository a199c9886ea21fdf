import { endAllChildren } from '../../scripts/start/children';
import {
	commandLine,
	dirname,
	environment,
	exitWith,
	fs,
	join,
	onParentGone,
	onStopRequest,
	projectDir,
} from '../../scripts/start/machine';
import { runToEnd } from '../../scripts/start/run';
import { reasonOf, Stop } from '../../scripts/start/stop';
import { Host } from './host';
import { printRaw, tell } from './machine';
import { measureWork } from './measure';
import { helpText, readBenchOptions, type BenchOptions } from './options';
import { machineText, type Circumstances, type Entry } from './report/results';
import { entryText, runLine } from './report/text';
import { writeReport } from './report/write';
import { allRows, type Row } from './rows';
import { startStandIn, type StandIn } from './standIn';

const endings: Array<() => Promise<void>> = [];
let stopping = false;

async function stopEverything(code: number): Promise<never> {
	stopping = true;
	for (const end of endings) await end().catch((thrown: unknown) => tell(reasonOf(thrown)));
	await endAllChildren();
	return exitWith(code);
}

async function main(options: BenchOptions): Promise<number> {
	if (options.help) {
		tell(helpText);
		return 0;
	}
	if (options.list) {
		for (const { name, title, isLong } of allRows(''))
			tell(`${name}${isLong ? ' (long)' : ''}: ${title}`);
		return 0;
	}
	const chosen = chooseRows(allRows(''), options).map(({ name }) => name);
	const standIn = await startStandIn();
	endings.unshift(async () => standIn.stop());
	const rows = allRows(standIn.url);
	const host = await Host.create(standIn.url);
	endings.unshift(async () => await host.close());
	const circumstances = await readCircumstances(host);
	const entries: Entry[] = [];
	for (const row of rows.filter(({ name }) => chosen.includes(name))) {
		for (const entry of await measure(row, options, host, standIn, circumstances)) {
			entries.push(entry);
			tell(`\n${entryText(entry)}\n`);
			// At once, so that rows that are measured are not lost with one that is not.
			if (options.write) writeReport([entry], rows);
		}
	}
	if (options.json) printRaw(`${JSON.stringify(entries, null, '\t')}\n`);
	return 0;
}

function chooseRows(rows: Row[], { rows: names, all, scaling }: BenchOptions): Row[] {
	const unknown = names.filter((name) => !rows.some((row) => row.name === name));
	if (unknown.length > 0) {
		const known = rows.map(({ name }) => name).join(', ');
		throw new Stop(`There is no row ${unknown.join(', ')}. Known are: ${known}.`);
	}
	return rows
		.filter(({ name, isLong }) => (names.length > 0 ? names.includes(name) : all || !isLong))
		.filter((row) => !scaling || (row.kind === 'work' && row.scale !== undefined));
}

async function measure(
	row: Row,
	{ pairs, scaling }: BenchOptions,
	host: Host,
	standIn: StandIn,
	circumstances: Circumstances,
): Promise<Entry[]> {
	if (row.kind === 'facts') {
		tell(`${row.title} ...`);
		const { name, title } = row;
		const result = { name, title, ...(await row.measure({ host, standIn, pairs })) };
		return [{ kind: 'facts', circumstances, result }];
	}
	const entries: Entry[] = [];
	for (const count of scaling ? (row.scale ?? []) : [row.count]) {
		tell(`${row.title}${scaling ? `, at ${count}` : ''} ...`);
		const say = (run: Parameters<typeof runLine>[0]) => tell(runLine(run));
		const result = await measureWork(row, count, pairs, { host, standIn }, say);
		entries.push({ kind: 'work', circumstances, result });
	}
	return entries;
}

async function readCircumstances(host: Host): Promise<Circumstances> {
	const { version } = readJson<{ version: string }>(join(projectDir, 'package.json'));
	const n8nPackage = join(dirname(dirname(host.installed.n8n)), 'package.json');
	const node = await runToEnd(host.installed.node, ['--version'], {
		cwd: projectDir,
		otherwise: 'The Node.js of n8n does not start.',
	});
	return {
		date: new Date().toISOString().slice(0, 16).replace('T', ' '),
		packageVersion: version,
		n8n: readJson<{ version: string }>(n8nPackage).version,
		nodeOfN8n: node.trim().slice(1),
		machine: machineText(),
		window: environment.BENCH_WINDOW ?? 'sliding',
	};
}

const readJson = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T;

async function run(): Promise<void> {
	try {
		await stopEverything(await main(readBenchOptions(commandLine)));
	} catch (thrown) {
		if (stopping) return;
		tell(
			thrown instanceof Stop
				? `\n${thrown.message}`
				: `\nUnexpected: ${String((thrown as Error).stack ?? thrown)}`,
		);
		await stopEverything(1);
	}
}

const stopOnRequest = () => {
	if (!stopping) void stopEverything(130);
};
onStopRequest(stopOnRequest);
onParentGone(stopOnRequest);
void run();
