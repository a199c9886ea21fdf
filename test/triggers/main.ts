/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
/**
 * `npm run test:triggers`: random histories with the real triggers under each of n8n's polling engines, against the three
 * sandboxes. Every change is accounted for. Each engine runs in a process of its own.
 * Options: `--runs 10000`, `--seed 7`, `--mutants` (switches each invariant off in turn).
 */
import { realStart } from './atOnce';
import { spawn } from 'node:child_process';
import { pollEngines, type PollEngine } from '../support/pollSimulator';
import { mutate } from './mutants';
import { printTable, runEngine, type Totals } from './report';

const started = process.hrtime.bigint();

function option(name: string): string | undefined {
	const place = process.argv.indexOf(name);
	return place < 0 ? undefined : process.argv[place + 1];
}

const runs = Number(option('--runs') ?? 3_000);
const seed = Number(option('--seed') ?? realStart % 1_000_000);

/** One engine in a process of its own. */
async function inChild(engine: PollEngine): Promise<Totals> {
	const words = ['--import', 'tsx', __filename, '--engine', engine];
	const numbers = ['--runs', String(runs), '--seed', String(seed)];
	const child = spawn(process.execPath, [...words, ...numbers], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let output = '';
	child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
	await new Promise((resolve) => child.once('close', resolve));
	return JSON.parse(output) as Totals;
}

async function main(): Promise<number> {
	const engine = pollEngines.find((one) => one === option('--engine'));
	if (engine) {
		const totals = await runEngine(engine, Math.ceil(runs / pollEngines.length), seed);
		process.stdout.write(JSON.stringify(totals));
		return 0;
	}
	if (process.argv.includes('--mutants')) return await mutate(seed);
	process.stdout.write(`${runs} random histories, seed ${seed}\n`);
	const failed = printTable(await Promise.all(pollEngines.map(inChild)));
	const seconds = Number(process.hrtime.bigint() - started) / 1e9;
	process.stdout.write(`${seconds.toFixed(0)} s\n`);
	return failed;
}

void main().then((failed) => {
	process.exitCode = failed === 0 ? 0 : 1;
});
