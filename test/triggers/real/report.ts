import type { Accounts } from './accounts';
import type { Engine } from './engines';
import { sum, type Account } from './ledger';

/** What became of all changes in one run. */
export interface Report {
	title: string;
	/** What was done to n8n meanwhile. */
	events: string;
	seconds: number;
	account: Account;
	cutOff: number;
	streams: Array<{ name: string; account: Account; entries: string[] }>;
	/** When something was killed. */
	crashes: string[];
	failedExecutions: string[];
	/** What must not be. */
	faults: string[];
}

/** The report of a run under an engine. */
export function reportOf(
	{ letter, title, mayLose }: Engine,
	accounts: Accounts,
	{ seconds, events }: { seconds: number; events: string },
): Report {
	const streams = accounts.close();
	const account = sum(streams.map((stream) => stream.account));
	const faults = (keys: string[], what: string) =>
		keys.length === 0 ? [] : [`${keys.length} ${what}: ${keys.slice(0, 5).join(', ')}`];
	return {
		title: `${letter}, ${title}`,
		events,
		seconds,
		account,
		cutOff: accounts.cutOff.length,
		streams,
		crashes: accounts.crashes.map((at) => new Date(at).toISOString().slice(11, 23)),
		failedExecutions: [...accounts.failed].map(([kind, count]) => `${count} x ${kind}`),
		faults: [
			...(account.changes > 0 ? [] : ['nothing was changed']),
			...faults(account.lost, 'lost without a crash'),
			...(mayLose ? [] : faults(account.lostInCrash, 'lost in a crash')),
			...(mayLose ? [] : faults(account.repeatedAfterCrash, 'repeated after a crash')),
			...faults(account.repeated, 'repeated without a crash'),
			...faults(account.unknown, 'delivered that never happened'),
		],
	};
}

const COLUMNS = [
	'engine',
	'meanwhile',
	'changes',
	'delivered',
	'of them with a retry',
	'lost',
	'lost by n8n in a crash',
	'repeated',
	'repeated after a crash',
];

/** The table that stands in docs/scaling.md. */
export function tableOf(reports: readonly Report[]): string {
	const row = (cells: Array<string | number>) => `| ${cells.join(' | ')} |`;
	return [
		row(COLUMNS),
		row(COLUMNS.map((_, index) => (index < 2 ? '---' : '---:'))),
		...reports.map(({ title, events, account }) =>
			row([
				...[title, events, account.changes, account.delivered, account.again],
				...[account.lost.length, account.lostInCrash.length],
				...[account.repeated.length, account.repeatedAfterCrash.length],
			]),
		),
	].join('\n');
}

/** What there is to say about one run besides the table. */
export function detailsOf({ title, seconds, streams, cutOff, ...report }: Report): string {
	return [
		`${title}: ${Math.round(seconds)} s, ${cutOff} executions cut off and run again`,
		...streams.map(
			({ name, account }) =>
				`  ${name}: ${account.delivered} of ${account.changes} changes delivered`,
		),
		...report.failedExecutions.map((kind) => `  failed executions: ${kind}`),
		...report.faults.map((fault) => `  FAILED  ${fault}`),
	].join('\n');
}
