/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import * as fc from 'fast-check';

import type { PollEngine } from '../support/pollSimulator';
import { histories, tell, type History } from './history';
import { live, type Outcome } from './live';

const NAMES: Record<PollEngine, string> = {
	memory: 'A, in memory',
	scheduler: 'B, scheduler',
	durableCursors: 'C, durable cursors',
};

/** What became of the changes of all histories under one engine. */
export interface Totals {
	engine: PollEngine;
	histories: number;
	changes: number;
	merged: number;
	delivered: number;
	lost: number;
	lostByEngine: number;
	repeated: number;
	repeatedInCrashes: number;
	failures: string[];
}

/** What must not be, under this engine, in a history with or without crashes. */
function faultsOf(
	{ engine, hasCrashes, history }: { engine: PollEngine; hasCrashes: boolean; history: History },
	outcome: Outcome,
): string[] {
	// The scheduler writes one trigger's older state over the other's; a restart forgets that there was a newer one.
	const isRestarted = history.hasTwin && history.steps.some(({ kind }) => kind === 'restart');
	const mayRepeat =
		(hasCrashes && engine !== 'durableCursors') || (engine === 'scheduler' && isRestarted);
	const mayLose = hasCrashes && engine !== 'durableCursors';
	return [
		...outcome.lost.map((key) => `${key} was never delivered`),
		...outcome.early.map((key) => `${key} was delivered although it was there before`),
		...(mayRepeat ? [] : outcome.repeated.map((key) => `${key} was delivered twice`)),
		...(mayLose || outcome.lostByEngine === 0 ? [] : ['items were lost by the engine']),
	];
}

/** Lives through the histories, half of them without crashes. */
export async function runEngine(engine: PollEngine, runs: number, seed: number): Promise<Totals> {
	const totals: Totals = {
		engine,
		...{ histories: 0, changes: 0, merged: 0, delivered: 0 },
		...{ lost: 0, lostByEngine: 0, repeated: 0, repeatedInCrashes: 0, failures: [] },
	};
	for (const hasCrashes of [false, true]) {
		const check = async (history: History) => {
			const outcome = await live(engine, history);
			totals.histories += 1;
			totals.changes += outcome.changes;
			totals.merged += outcome.merged;
			totals.delivered += outcome.delivered;
			totals.lost += outcome.lost.length;
			totals.lostByEngine += outcome.lostByEngine;
			const isExcused = hasCrashes || history.steps.some(({ kind }) => kind === 'restart');
			totals[isExcused ? 'repeatedInCrashes' : 'repeated'] += outcome.repeated.length;
			const faults = faultsOf({ engine, hasCrashes, history }, outcome);
			if (faults.length > 0) throw new Error(faults.join('; '));
		};
		const details = await fc.check(fc.asyncProperty(histories(hasCrashes), check), {
			numRuns: Math.ceil(runs / 2),
			seed,
			endOnFailure: false,
		});
		if (details.failed && details.counterexample) {
			const why = details.errorInstance instanceof Error ? details.errorInstance.message : '';
			totals.failures.push(
				`${NAMES[engine]}, seed ${seed}, history ${details.numRuns}: ${why}\n${tell(details.counterexample[0])}`,
			);
		}
	}
	return totals;
}

const COLUMNS = [
	'engine',
	'histories',
	'changes',
	'merged',
	'delivered',
	'lost',
	'lost by n8n',
	'repeated',
	'repeated after crashes and restarts',
];

/** Prints what became of every change. Returns how many of the properties did not hold. */
export function printTable(all: readonly Totals[]): number {
	const say = (line: string) => process.stdout.write(`${line}\n`);
	const failures = all.flatMap((totals) => totals.failures);
	for (const failure of failures) say(`\nFAILED  ${failure}\n`);
	say(`| ${COLUMNS.join(' | ')} |`);
	say(`| ${COLUMNS.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`);
	for (const totals of all) {
		const { engine, histories: stories, changes, merged, delivered, lost } = totals;
		const { lostByEngine, repeated, repeatedInCrashes } = totals;
		const numbers = [
			stories,
			changes,
			merged,
			delivered,
			lost,
			lostByEngine,
			repeated,
			repeatedInCrashes,
		];
		say(`| ${[NAMES[engine], ...numbers.map((one) => one.toLocaleString('en'))].join(' | ')} |`);
	}
	say(`${2 * all.length - failures.length} passed, ${failures.length} failed`);
	return failures.length;
}
