import type { PollEngine } from '../support/pollSimulatorDatabase';
import type { Reason } from './reasons';

/** A part of the histories. */
export interface Chunk {
	engine: PollEngine;
	hasCrashes: boolean;
	seed: number;
	runs: number;
}

/** What became of the changes of many histories. */
export interface Totals {
	histories: number;
	changes: number;
	merged: number;
	delivered: number;
	lost: number;
	lostByEngine: number;
	repeated: Partial<Record<Reason, number>>;
	/** The first history in which something was wrong, made as short as possible. */
	failure?: { why: string; story: string };
}

export const noTotals = (): Totals => ({
	histories: 0,
	changes: 0,
	merged: 0,
	delivered: 0,
	lost: 0,
	lostByEngine: 0,
	repeated: {},
});
