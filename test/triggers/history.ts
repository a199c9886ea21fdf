import * as fc from 'fast-check';

import type { CrashPoint } from '../support/pollSimulator';
import type { Service, Watched } from './stages';

/** Something that happens at the service. */
export type Change =
	| { kind: 'create'; count: number }
	| { kind: 'import'; pages: number }
	| { kind: 'update'; pick: number; count: number }
	| { kind: 'touch'; pick: number }
	| { kind: 'delete'; pick: number }
	| { kind: 'restore'; pick: number }
	| { kind: 'misdate'; pick: number }
	/** Written now, and shown by the service only after this share of the time the trigger looks back. */
	| { kind: 'create late'; share: number }
	| { kind: 'update late'; pick: number; share: number }
	| { kind: 'wait'; ms: number };

/** How the service fails: an error, a refusal, a connection that breaks. */
export type Fault = 404 | 429 | 500 | 'reset';

/** Something that happens to the service, to n8n or to the workflow. */
export type Step =
	| { kind: 'change'; change: Change }
	| { kind: 'poll'; during: Change[]; crash?: CrashPoint }
	| { kind: 'fault'; how: Fault; after: number; count: number; during: Change[] }
	| { kind: 'overlap' }
	| { kind: 'restart' }
	| { kind: 'republish' }
	| { kind: 'off and on'; during: Change[] }
	| { kind: 'rename'; name: string }
	| { kind: 'swap'; id: string }
	| { kind: 'filter'; isOn: boolean }
	| { kind: 'event'; event: Watched }
	| { kind: 'move' }
	/** The service's clock: a share of what the trigger looks back. n8n's: ms. */
	| { kind: 'clock'; whose: 'service' | 'n8n'; to: number }
	| { kind: 'test run' };

/** A service, a trigger and all that happens to them. */
export interface History {
	service: Service;
	event: Watched;
	/** Whether only changes of one field are reported. */
	isWatching: boolean;
	hasTwin: boolean;
	maxRows: number;
	/** The zone in which the service writes dates, where they carry none. */
	zone: string;
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
	postHog: ['created', 'updated', 'updated', 'deleted'],
};

const HOUR_MS = 3_600_000;
const WAITS_MS = [30, 900, 5_000, 60_000, 600_000, HOUR_MS];
const N8N_CLOCKS_MS = [0, 0, -600_000, 600_000, -HOUR_MS, HOUR_MS];

const count = fc.constantFrom(1, 1, 1, 2, 7);
const pick = fc.nat(30);

/** Larger than what the engine promises would be: lateness and clocks that go back add up. */
const late = fc.constantFrom(0.05, 0.2, 0.45);
const clock = fc.constantFrom(0, -0.2, 0.2);

type Weighed<T> = fc.WeightedArbitrary<T>;

function weigh<T extends { kind: string }, K extends T['kind']>(
	weight: number,
	kind: K,
	rest: Partial<Record<Exclude<keyof Extract<T, { kind: K }>, 'kind'>, fc.Arbitrary<unknown>>>,
): Weighed<T> {
	const arbitrary = fc.record({ kind: fc.constant(kind), ...rest });
	return { weight, arbitrary: arbitrary as unknown as fc.Arbitrary<T> };
}

const change = (isWatching: boolean): fc.Arbitrary<Change> =>
	fc.oneof(
		weigh<Change, 'create'>(16, 'create', { count }),
		weigh<Change, 'update'>(16, 'update', { pick, count }),
		weigh<Change, 'delete'>(6, 'delete', { pick }),
		weigh<Change, 'restore'>(3, 'restore', { pick }),
		weigh<Change, 'misdate'>(3, 'misdate', { pick }),
		weigh<Change, 'import'>(1, 'import', { pages: fc.constantFrom(1, 2) }),
		weigh<Change, 'create late'>(3, 'create late', { share: late }),
		weigh<Change, 'update late'>(3, 'update late', { pick, share: late }),
		weigh<Change, 'wait'>(14, 'wait', { ms: fc.constantFrom(...WAITS_MS) }),
		...(isWatching ? [weigh<Change, 'touch'>(8, 'touch', { pick })] : []),
	);

const crash = fc.constantFrom<CrashPoint>('beforeSaving', 'afterState', 'afterExecution');

function steps({ event, isWatching }: Pick<History, 'event' | 'isWatching'>, hasCrashes: boolean) {
	const one = change(isWatching);
	const during = fc.array(one, { maxLength: 4 });
	const events = fc.constantFrom<Watched>('updated', 'createdOrUpdated');
	return fc.oneof(
		weigh<Step, 'change'>(24, 'change', { change: one }),
		weigh<Step, 'poll'>(18, 'poll', { during }),
		weigh<Step, 'fault'>(6, 'fault', {
			how: fc.constantFrom<Fault>(404, 429, 500, 'reset'),
			after: fc.nat(5),
			count: fc.constantFrom(1, 99),
			during,
		}),
		weigh<Step, 'overlap'>(3, 'overlap', {}),
		weigh<Step, 'restart'>(3, 'restart', {}),
		weigh<Step, 'republish'>(2, 'republish', {}),
		weigh<Step, 'off and on'>(3, 'off and on', { during }),
		weigh<Step, 'rename'>(3, 'rename', {
			name: fc.constantFrom('Node under test', 'New leads', 'Watch'),
		}),
		weigh<Step, 'swap'>(2, 'swap', { id: fc.constantFrom('a', 'b') }),
		weigh<Step, 'filter'>(3, 'filter', { isOn: fc.boolean() }),
		weigh<Step, 'clock'>(2, 'clock', { whose: fc.constant('service'), to: clock }),
		weigh<Step, 'clock'>(2, 'clock', {
			whose: fc.constant('n8n'),
			to: fc.constantFrom(...N8N_CLOCKS_MS),
		}),
		weigh<Step, 'test run'>(3, 'test run', {}),
		weigh<Step, 'move'>(1, 'move', {}),
		...(event === 'createdOrUpdated' ? [weigh<Step, 'event'>(2, 'event', { event: events })] : []),
		...(hasCrashes ? [weigh<Step, 'poll'>(9, 'poll', { during, crash })] : []),
	);
}

/** Random histories; `hasCrashes`: n8n may be killed in the middle of a poll. */
export function histories(hasCrashes: boolean): fc.Arbitrary<History> {
	return fc
		.constantFrom<Service>('insightly', 'spotler', 'postHog')
		.chain((service) =>
			fc.record({
				service: fc.constant(service),
				event: fc.constantFrom(...EVENTS[service]),
				watches: fc.constantFrom(false, false, true),
			}),
		)
		.chain(({ service, event, watches }) => {
			const isWatching = watches && (event === 'updated' || event === 'createdOrUpdated');
			return fc.record<History>({
				service: fc.constant(service),
				event: fc.constant(event),
				isWatching: fc.constant(isWatching),
				hasTwin: fc.constantFrom(false, false, true),
				maxRows: fc.constantFrom(2, 5, 500),
				zone: fc.constantFrom(...(service === 'spotler' ? ['Europe/London', 'UTC'] : ['UTC'])),
				startsAt: fc.constantFrom(...STARTS),
				before: fc.nat(6),
				steps: fc.array(steps({ event, isWatching }, hasCrashes), { minLength: 3, maxLength: 24 }),
			});
		});
}
