import * as fc from 'fast-check';

import type { FeedOrder, PollEvent } from '../../nodes/shared/polling';
import type { CrashPoint } from './pollSimulator';
import type { SimulatedSource } from './pollSimulatorSource';

/** Something that happens at the service. */
export type Change =
	| { kind: 'create'; delayMs: number; count: number }
	| { kind: 'update'; pick: number; delayMs: number; count: number }
	| { kind: 'future'; pick: number; aheadMs: number }
	| { kind: 'delete'; pick: number }
	| { kind: 'wait'; ms: number };
/** Something that happens to the service or to n8n. */
export type Step =
	| { kind: 'change'; change: Change }
	| { kind: 'poll'; during: Change[]; crash?: CrashPoint }
	| { kind: 'fault'; during: Change[]; after: number }
	| { kind: 'restart' };

/** A service, a trigger, and all that happens to them. */
export interface History {
	order: FeedOrder;
	event: PollEvent;
	pageSize: number;
	maxRows: number;
	maxPages: number;
	skewMs: number;
	hasClock: boolean;
	before: Change[];
	steps: Step[];
}

const delay = fc.constantFrom(0, 0, 0, 900, 4_000, 8_000);
const count = fc.constantFrom(1, 1, 2, 5);
const pick = fc.nat(30);
const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({ kind: fc.constant('create' as const), delayMs: delay, count }),
	fc.record({ kind: fc.constant('update' as const), pick, delayMs: delay, count }),
	fc.record({ kind: fc.constant('delete' as const), pick }),
	fc.record({
		kind: fc.constant('wait' as const),
		ms: fc.constantFrom(30, 400, 1_000, 7_000, 60_000),
	}),
);
const future: fc.Arbitrary<Change> = fc.record({
	kind: fc.constant('future' as const),
	pick,
	aheadMs: fc.constantFrom(5_000, 3_600_000),
});
const during = fc.array(change, { maxLength: 5 });

function step(withCrashes: boolean, changes: fc.Arbitrary<Change>): fc.Arbitrary<Step> {
	const crash = fc.constantFrom<CrashPoint>('beforeSaving', 'afterState', 'afterExecution');
	const calm: Array<fc.Arbitrary<Step>> = [
		fc.record({ kind: fc.constant('change' as const), change: changes }),
		fc.record({ kind: fc.constant('change' as const), change: changes }),
		fc.record({ kind: fc.constant('poll' as const), during }),
		fc.record({ kind: fc.constant('fault' as const), during, after: fc.nat(2) }),
	];
	const rough: Array<fc.Arbitrary<Step>> = [
		fc.record({ kind: fc.constant('poll' as const), during, crash }),
		fc.constant({ kind: 'restart' as const }),
	];
	return fc.oneof(...calm, ...(withCrashes ? rough : []));
}

/** Random histories. Without crashes, n8n is never interrupted. */
export function history(withCrashes: boolean): fc.Arbitrary<History> {
	return fc.boolean().chain((hasClock) => {
		const changes = hasClock ? fc.oneof({ weight: 6, arbitrary: change }, future) : change;
		return fc.record({
			order: fc.constantFrom<FeedOrder>('id', 'id', 'ascending', 'descending'),
			event: fc.constantFrom<PollEvent>('created', 'updated', 'createdOrUpdated'),
			pageSize: fc.integer({ min: 2, max: 5 }),
			maxRows: fc.constantFrom(1, 2, 4, 100),
			maxPages: fc.constantFrom(1, 2, 3, 50),
			skewMs: fc.constantFrom(0, 0, -1_000, 1_000),
			hasClock: fc.constant(hasClock),
			before: fc.array(change, { maxLength: 8 }),
			steps: fc.array(step(withCrashes, changes), { minLength: 3, maxLength: 25 }),
		});
	});
}

/** Lets a change happen. */
export function apply(source: SimulatedSource, one: Change): void {
	if (one.kind === 'wait') source.now += one.ms;
	else if (one.kind === 'create') {
		for (let index = 0; index < one.count; index++) source.create(one.delayMs);
	} else if (one.kind === 'update') {
		for (let index = 0; index < one.count; index++) {
			source.update(source.idAt(one.pick + index) ?? 0, one.delayMs);
		}
	} else if (one.kind === 'future') {
		source.update(source.idAt(one.pick) ?? 0, 0, source.stamp + one.aheadMs);
	} else source.delete(source.idAt(one.pick) ?? 0);
}
