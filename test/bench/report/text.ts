import type { WorkResult } from '../measure';
import type { Run, Verdict } from '../rows';
import { entryKey, formatRatio, formatSeconds, type Entry } from './results';

const HEAD = [
	'',
	'time s',
	'CPU s',
	'peak MB',
	'sent',
	'refused',
	'doubled',
	'failed',
	'ours / it: min median max',
];

/** A table in plain text with columns of even width. */
export function textTable(rows: string[][]): string {
	const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
	const line = (row: string[]) =>
		row
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
			)
			.join('  ');
	return rows.map(line).join('\n');
}

/** One run, as it ends. */
export const runLine = (run: Run): string =>
	`    ${run.contestant}: ${formatSeconds(run.seconds)} s, CPU ${formatSeconds(run.cpuSeconds)} s, ` +
	`peak ${run.peakMb.toFixed(0)} MB, ${run.sent} sent, ${run.refused} refused` +
	(run.trouble ? `  (!) ${run.trouble}` : '');

/** The cells of a contestant's medians. */
export const medianCells = (run: Run, result: WorkResult): string[] => [
	run.contestant,
	formatSeconds(run.seconds),
	formatSeconds(run.cpuSeconds),
	run.peakMb.toFixed(0),
	String(run.sent),
	String(run.refused),
	String(run.doubled),
	String(run.failed),
	ratioCell(run, result),
];

function ratioCell({ contestant }: Run, { ratios }: WorkResult): string {
	const time = ratios.find(({ to }) => to === contestant)?.time;
	return time ? [time.min, time.median, time.max].map(formatRatio).join(' ') : '';
}

const verdictLine = ({ says, shown, isMet }: Verdict): string =>
	`  ${isMet ? 'reached    ' : 'NOT REACHED'}  ${says}: ${shown}`;

/** Everything about a measured row. */
export function entryText(entry: Entry): string {
	const { result } = entry;
	const table =
		entry.kind === 'facts'
			? textTable(entry.result.table)
			: textTable([HEAD, ...entry.result.medians.map((run) => medianCells(run, entry.result))]);
	const floor =
		entry.kind === 'work' && entry.result.floorSeconds !== undefined
			? [`  floor: ${formatSeconds(entry.result.floorSeconds)} s`]
			: [];
	const trouble =
		entry.kind === 'work'
			? entry.result.medians.flatMap(({ contestant, trouble: what }) =>
					what ? [`  (!) ${contestant}: ${what}`] : [],
				)
			: [];
	return [
		`${result.title}  [${entryKey(entry)}]`,
		table.replace(/^/gm, '  '),
		...floor,
		...trouble,
		...result.verdicts.map(verdictLine),
	].join('\n');
}
