/* eslint-disable @n8n/community-nodes/no-restricted-globals */
/**
 * `npm run test:triggers`: random histories with the real triggers under each of n8n's polling engines, against the three
 * sandboxes. Every change is accounted for. Options: `--runs 200000`, `--seed 7`.
 */
import { realStart } from './atOnce';
import { runAll } from './report';

const elapsed = process.hrtime.bigint();

function option(name: string, fallback: number): number {
	const place = process.argv.indexOf(name);
	return place < 0 ? fallback : Number(process.argv[place + 1]);
}

async function main(): Promise<void> {
	const failed = await runAll(option('--runs', 10_000), option('--seed', realStart % 1_000_000));
	const seconds = Number(process.hrtime.bigint() - elapsed) / 1e9;
	process.stdout.write(`${seconds.toFixed(0)} s\n`);
	process.exit(failed === 0 ? 0 : 1);
}

void main();
