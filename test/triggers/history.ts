import * as fc from 'fast-check';

import type { CrashPoint } from '../support/pollSimulator';
import type { Service, Watched } from './stages';

/** Something that happens at the service. */
export type Change =
	| { kind: 'create'; count: number }
	| { kind: 'update'; pick: number; count: number }
	| { kind: 'delete'; pick: number }
	| { kind: 'misdate'; pick: number }
	| { kind: 'wait'; ms: number };

/** Something that happens to the service, to n8n or to the workflow. */
export type Step =
	| { kind: 'change'; change: Change }
	| { kind: 'poll'; during: Change[]; crash?: CrashPoint }
	| { kind: 'fault'; after: number }
	| { kind: 'overlap' }
	| { kind: 'restart' }
	| { kind: 'republish' }
	| { kind: 'rename'; name: string }
	| { kind: 'swap'; id: string }
	| { kind: 'test run' };

/** A service, a trigger and all that happens to them. */
export interface History {
	service: Service;
	event: Watched;
	hasTwin: boolean;
	maxRows: number;
	startsAt: number;
	before: number;
	steps: Step[];
}

/** Two hours before clocks in Europe are put back, before they are put forward, and an ordinary morning. */
const STARTS = [
	Date.UTC(2026, 2, 2, 9),
	Date.UTC(2025, 9, 25, 23, 0),
	Date.UTC(2026, 2, 28, 23, 0),
];

const EVENTS: Record<Service, Watched[]> = {
	insightly: ['created', 'updated', 'createdOrUpdated', 'createdOrUpdated', 'deleted'],
	spotler: ['created', 'updated', 'createdOrUpdated', 'createdOrUpdated', 'deleted'],
	postHog: ['created', 'updated'],
};

const count = fc.constantFrom(1, 1, 1, 2, 7);
const pick = fc.nat(30);
const change: fc.Arbitrary<Change> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('create' as const), count }) },
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('update' as const), pick, count }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), pick }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('misdate' as const), pick }) },
	{
		weight: 3,
		arbitrary: fc.record({
			kind: fc.constant('wait' as const),
			ms: fc.constantFrom(30, 900, 5_000, 60_000, 600_000, 3_600_000),
		}),
	},
);
const during = fc.array(change, { maxLength: 4 });
const crash = fc.constantFrom<CrashPoint>('beforeSaving', 'afterState', 'afterExecution');

const calm: Array<fc.WeightedArbitrary<Step>> = [
	{ weight: 8, arbitrary: fc.record({ kind: fc.constant('change' as const), change }) },
	{ weight: 6, arbitrary: fc.record({ kind: fc.constant('poll' as const), during }) },
	{
		weight: 2,
		arbitrary: fc.record({ kind: fc.constant('fault' as const), after: fc.nat(3) }),
	},
	{ weight: 1, arbitrary: fc.constant({ kind: 'overlap' as const }) },
	{ weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
	{ weight: 1, arbitrary: fc.constant({ kind: 'republish' as const }) },
	{
		weight: 1,
		arbitrary: fc.record({
			kind: fc.constant('rename' as const),
			name: fc.constantFrom('Node under test', 'New leads', 'Watch'),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant('swap' as const), id: fc.constantFrom('a', 'b') }),
	},
	{ weight: 1, arbitrary: fc.constant({ kind: 'test run' as const }) },
];
const rough: fc.WeightedArbitrary<Step> = {
	weight: 3,
	arbitrary: fc.record({ kind: fc.constant('poll' as const), during, crash }),
};

/** Random histories; `hasCrashes`: n8n may be killed in the middle of a poll. */
export function histories(hasCrashes: boolean): fc.Arbitrary<History> {
	const step = fc.oneof(...(hasCrashes ? [...calm, rough] : calm));
	return fc.constantFrom<Service>('insightly', 'spotler', 'postHog').chain((service) =>
		fc.record({
			service: fc.constant(service),
			event: fc.constantFrom(...EVENTS[service]),
			hasTwin: fc.constantFrom(false, false, true),
			maxRows: fc.constantFrom(2, 5, 500),
			startsAt: fc.constantFrom(...STARTS),
			before: fc.nat(6),
			steps: fc.array(step, { minLength: 3, maxLength: 18 }),
		}),
	);
}

/** A history as a story that people can read. */
export function tell(history: History): string {
	const { service, event, hasTwin, maxRows, startsAt, before, steps } = history;
	return [
		`${service}, ${event}, ${hasTwin ? 'two triggers' : 'one trigger'}, at most ${maxRows} a poll, ` +
			`${before} records from ${new Date(startsAt).toISOString()}`,
		...steps.map((step, index) => `  ${index + 1}. ${JSON.stringify(step)}`),
	].join('\n');
}
