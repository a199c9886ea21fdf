/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
/**
 * `npm run test:triggers`: random histories with the real triggers under each of n8n's polling engines, against the three
 * sandboxes, and every change accounted for. With `--mutants` each invariant of the polling engine is switched off in turn,
 * and a history has to notice.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from 'n8n-core/package.json';

import { pollEngines, type PollEngine } from '../support/pollSimulatorDatabase';
import { inCrew, type Answer } from './crew';
import type { Verdict } from './mutate';
import { MUTANTS } from './mutants';
import { ENGINES, reasonsOf, sum, tableOf } from './table';
import { noTotals, type Chunk, type Totals } from './totals';
import { writeInto } from './write';

const HELP = `npm run test:triggers -- [options]
  --runs 10000      how many histories
  --seed 20261125   others than usual
  --workers 2       how many processes
  --mutants         instead: each invariant switched off in turn, and a history has to notice
  --write           put the table into README.md
`;

const CHUNK = 200;

/** Histories that each mutant has to survive for each engine, without crashes and with them. */
const MUTANT_RUNS = 150;

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '10000' },
		seed: { type: 'string', default: '20261125' },
		workers: { type: 'string', default: String(Math.min(4, availableParallelism())) },
		mutants: { type: 'boolean', default: false },
		write: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

const seed = Number(values.seed);
const workers = Math.max(1, Number(values.workers));
const say = (text: string) => process.stdout.write(`${text}\n`);

interface Count {
	passed: number;
	failed: number;
}

/** The same parts whatever the number of processes, so that a seed tells the same histories everywhere. */
function chunksOf(runs: number): Chunk[] {
	const kinds = pollEngines.flatMap((engine) =>
		[false, true].map((hasCrashes) => ({ engine, hasCrashes })),
	);
	const chunks: Chunk[] = [];
	for (let left = runs; left > 0; left -= CHUNK) {
		const kind = kinds[chunks.length % kinds.length];
		chunks.push({ ...kind, seed: seed + chunks.length, runs: Math.min(CHUNK, left) });
	}
	return chunks;
}

async function liveAll(): Promise<Count> {
	const chunks = chunksOf(Number(values.runs));
	say(
		`${Number(values.runs).toLocaleString('en')} random histories, seed ${seed}, ${workers} processes`,
	);
	const all = new Map<PollEngine, Totals>(pollEngines.map((engine) => [engine, noTotals()]));
	const count = { passed: 0, failed: 0 };
	const tasks = chunks.map((chunk) => ({ kind: 'histories' as const, chunk }));
	await inCrew<Totals>(tasks, workers, (answer, index) => {
		const { engine, hasCrashes, seed: own } = chunks[index];
		const failure = 'error' in answer ? { why: answer.error, story: '' } : answer.result.failure;
		if ('result' in answer) {
			sum(all.get(engine) as Totals, answer.result);
			count.passed += answer.result.histories - (failure ? 1 : 0);
		}
		if (!failure) return;
		count.failed += 1;
		const kind = hasCrashes ? 'with kills' : 'without kills';
		say(`\nFAILED  ${ENGINES[engine]}, ${kind}, seed ${own}: ${failure.why}\n${failure.story}\n`);
	});
	const report = reportOf(all);
	say(`\n${report}\n`);
	if (values.write) await writeInto(join(__dirname, '..', '..', 'README.md'), report);
	return count;
}

function reportOf(all: ReadonlyMap<PollEngine, Totals>): string {
	const histories = [...all.values()].reduce((total, part) => total + part.histories, 0);
	const day = new Date().toISOString().slice(0, 10);
	const source = `${day}, n8n-core ${version}, ${histories.toLocaleString('en')} histories, seed ${seed}.`;
	const reasons = reasonsOf(all).map((reason) => `- ${reason}`);
	return [tableOf(all), source, reasons.join('\n')].join('\n\n');
}

async function mutateAll(): Promise<Count> {
	say(`\n${MUTANTS.length} invariants, each switched off`);
	const count = { passed: 0, failed: 0 };
	const tasks = MUTANTS.map((_, place) => ({
		kind: 'mutant' as const,
		task: { place, seed, runs: MUTANT_RUNS },
	}));
	await inCrew<Verdict>(tasks, workers, (answer, index) => {
		const verdict = verdictOf(answer);
		const isCaught = typeof verdict === 'object';
		count[isCaught ? 'passed' : 'failed'] += 1;
		say(`${isCaught ? 'caught  ' : 'SURVIVED'}  ${MUTANTS[index].invariant}`);
		if (!isCaught) say(`          ${verdict}`);
		else
			say(
				`after ${verdict.after} histories: ${verdict.why}\n${verdict.story}`.replace(
					/^/gm,
					'          ',
				),
			);
	});
	return count;
}

function verdictOf(answer: Answer<Verdict>): NonNullable<Verdict> | string {
	if ('error' in answer) return answer.error;
	return answer.result ?? 'no history noticed';
}

async function main(): Promise<void> {
	if (values.help) {
		say(HELP);
		return;
	}
	const started = process.hrtime.bigint();
	const { passed, failed } = values.mutants ? await mutateAll() : await liveAll();
	say(`\n${(Number(process.hrtime.bigint() - started) / 1e9).toFixed(0)} s`);
	say(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
}

void main();
