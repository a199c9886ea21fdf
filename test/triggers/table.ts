import type { PollEngine } from '../support/pollSimulatorDatabase';
import { REASONS, type Reason } from './reasons';
import type { Totals } from './totals';

export const ENGINES: Record<PollEngine, string> = {
	memory: 'A, in memory (default)',
	scheduler: 'B, scheduler',
	durableCursors: 'C, durable cursors',
};

const COLUMNS = [
	'Polling engine',
	'Changes',
	'Delivered',
	'Followed by another before a poll',
	'Lost',
	'Lost by n8n when killed',
	'Repeated',
	'Repeated after kills and restarts',
];

const number = (value: number): string => value.toLocaleString('en');

function row(engine: PollEngine, totals: Totals): string[] {
	const { none = 0, ...excused } = totals.repeated;
	const again = Object.values(excused).reduce((sum, count) => sum + count, 0);
	return [
		ENGINES[engine],
		...[totals.changes, totals.delivered, totals.merged, totals.lost, totals.lostByEngine].map(
			number,
		),
		...[none, again].map(number),
	];
}

/** What became of every change, as a table in Markdown. */
export function tableOf(all: ReadonlyMap<PollEngine, Totals>): string {
	const rows = [...all].map(([engine, totals]) => row(engine, totals));
	const lines = [COLUMNS, COLUMNS.map((_, index) => (index === 0 ? '---' : '---:')), ...rows];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Why something was delivered again, engine by engine. */
export function reasonsOf(all: ReadonlyMap<PollEngine, Totals>): string[] {
	return [...all].flatMap(([engine, { repeated }]) =>
		Object.entries(repeated).map(
			([reason, count]) =>
				`${ENGINES[engine]}: ${number(count)} again, ${REASONS[reason as Reason]}`,
		),
	);
}

/** Adds what a part of the histories gave. */
export function sum(into: Totals, part: Totals): void {
	for (const name of [
		'histories',
		'changes',
		'merged',
		'delivered',
		'lost',
		'lostByEngine',
	] as const) {
		into[name] += part[name];
	}
	for (const [reason, count] of Object.entries(part.repeated)) {
		into.repeated[reason as Reason] = (into.repeated[reason as Reason] ?? 0) + count;
	}
}
