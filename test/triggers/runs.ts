import * as fc from 'fast-check';

import { histories, type History } from './history';
import type { Outcome } from './judge';
import { live } from './live';
import { tell } from './story';
import { noTotals, type Chunk, type Totals } from './totals';

const MOST_SHRINKS = 200;

/** What must not be, under this engine, in a history with or without crashes. */
function faultsOf({ engine, hasCrashes }: Chunk, outcome: Outcome): string[] {
	const mayLose = hasCrashes && engine !== 'durableCursors';
	return [
		...outcome.lost.map((key) => `${key} was never delivered`),
		...outcome.repeated
			.filter(({ reason }) => reason === 'none')
			.map(({ key }) => `${key} was delivered again`),
		...(mayLose || outcome.lostByEngine === 0 ? [] : ['items were lost by the engine']),
		...outcome.faults,
	];
}

function add(totals: Totals, outcome: Outcome): void {
	totals.histories += 1;
	totals.changes += outcome.changes;
	totals.merged += outcome.merged;
	totals.delivered += outcome.delivered;
	totals.lost += outcome.lost.length;
	totals.lostByEngine += outcome.lostByEngine;
	for (const { reason } of outcome.repeated) {
		totals.repeated[reason] = (totals.repeated[reason] ?? 0) + 1;
	}
}

/**
 * Lives through histories until one goes wrong.
 *
 * @param mostShrinks how many shorter histories are tried before its story counts as short
 */
export async function runChunk(chunk: Chunk, mostShrinks = MOST_SHRINKS): Promise<Totals> {
	const totals = noTotals();
	let isShrinking = false;
	let shrinks = 0;
	const check = async (history: History) => {
		if (isShrinking && ++shrinks > mostShrinks) return;
		const outcome = await live(chunk.engine, history);
		if (!isShrinking) add(totals, outcome);
		const faults = faultsOf(chunk, outcome);
		if (faults.length === 0) return;
		isShrinking = true;
		throw new Error(faults.join('; '));
	};
	const details = await fc.check(fc.asyncProperty(histories(chunk.hasCrashes), check), {
		numRuns: chunk.runs,
		seed: chunk.seed,
	});
	if (details.failed && details.counterexample) {
		const why = details.errorInstance instanceof Error ? details.errorInstance.message : '';
		totals.failure = { why, story: tell(details.counterexample[0]) };
	}
	return totals;
}
