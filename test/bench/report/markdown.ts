import type { WorkResult } from '../measure';
import type { Entry } from './results';
import { formatRatio, formatSeconds, msEach } from './results';

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

const table = (head: string[], rows: string[][]): string =>
	[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The whole page. `usual` are the rows at their usual sizes, `scaled` all sizes that were measured. */
export function page(usual: Entry[], scaled: Entry[]): string {
	return [
		'# Benchmarks',
		'What our nodes take next to what a user would otherwise build: the same work in the real n8n, against the same stand-in, in alternation. This page and its picture are written by `npm run bench -- --write`; `npm run bench -- --help` tells how to measure single rows.',
		'![Times of the rows](pictures/benchmarks.svg)',
		'## Results',
		'<!-- prettier-ignore-start -->',
		table(
			['Row', 'Ours', 'HTTP Request', 'Ratio (min / median / max)', 'Floor', 'Goal', 'Reached'],
			usual.flatMap(summaryRows),
		),
		'<!-- prettier-ignore-end -->',
		'Times are medians. The floor is the least time that the limit of the service and the latency of its last answer allow.',
		'## Row by row',
		...usual.map(section),
		...scaling(scaled),
		'## How it is measured',
		HOW,
		'## Where and when',
		'<!-- prettier-ignore-start -->',
		circumstancesTable(usual),
		'<!-- prettier-ignore-end -->',
		'',
	].join('\n\n');
}

function summaryRows(entry: Entry): string[][] {
	const { title, verdicts } = entry.result;
	return verdicts.map(({ says, shown, isMet }, index) => {
		const first = index === 0 && entry.kind === 'work' ? summary(entry.result) : ['', '', '', ''];
		return [index === 0 ? title : '', ...first, says, `${isMet ? 'yes' : '**no**'}: ${shown}`];
	});
}

function summary({ medians, ratios, floorSeconds }: WorkResult): string[] {
	const time = (seconds: number) => `${formatSeconds(seconds)} s`;
	const others = medians.slice(1);
	return [
		time(medians[0].seconds),
		others.map(({ contestant, seconds }) => `${time(seconds)}${variant(contestant)}`).join('<br>'),
		ratios
			.map(({ time: { min, median, max } }) => [min, median, max].map(formatRatio).join(' / '))
			.join('<br>'),
		floorSeconds === undefined ? '' : time(floorSeconds),
	];
}

const variant = (contestant: string): string => {
	const [, words] = contestant.split(', ');
	return words ? ` (${words})` : '';
};

function section(entry: Entry): string {
	const { title, name } = entry.result;
	const head = `### ${title}\n\n\`npm run bench -- --rows ${name}\``;
	if (entry.kind === 'facts') {
		const [columns, ...rows] = entry.result.table;
		return [head, ignored(table(columns, rows))].join('\n\n');
	}
	const { result } = entry;
	const rows = result.medians.map((run) => [
		run.contestant,
		`${formatSeconds(run.seconds)} s`,
		`${formatSeconds(run.cpuSeconds)} s`,
		`${run.peakMb.toFixed(0)} MB`,
		...[run.sent, run.refused, run.doubled, run.failed].map(String),
	]);
	const built = result.says.map(({ contestant, says }) => `- ${contestant}: ${says}`).join('\n');
	const columns = ['', 'Time', 'CPU', 'Peak memory', 'Sent', 'Refused', 'Doubled', 'Failed items'];
	return [
		head,
		ignored(table(columns, rows)),
		`Medians of ${result.rounds.length} rounds.`,
		built,
	].join('\n\n');
}

const ignored = (text: string): string =>
	`<!-- prettier-ignore-start -->\n\n${text}\n\n<!-- prettier-ignore-end -->`;

/** How cost grows: the same row at several sizes. */
function scaling(scaled: Entry[]): string[] {
	const results = scaled.flatMap((entry) => (entry.kind === 'work' ? [entry.result] : []));
	const names = [...new Set(results.map(({ name }) => name))];
	const rows = names.flatMap((name) => {
		const sizes = results.filter((one) => one.name === name).sort((a, b) => a.count - b.count);
		if (sizes.length < 2) return [];
		const contestants = sizes[0].medians.map(({ contestant }) => contestant);
		return contestants.map((contestant, place) => [
			place === 0 ? `\`${name}\`` : '',
			contestant,
			sizes.map(({ count }) => count.toLocaleString('en')).join(' / '),
			sizes.map(({ medians }) => `${formatSeconds(medians[place].seconds)} s`).join(' / '),
			sizes.map(({ medians, count }) => msEach(medians[place], count)).join(' / '),
			sizes.map(({ medians }) => medians[place].peakMb.toFixed(0)).join(' / '),
		]);
	});
	if (rows.length === 0) return [];
	const columns = ['Row', '', 'Items', 'Time', 'ms an item', 'Peak memory, MB'];
	return ['## How cost grows', ignored(table(columns, rows))];
}

function circumstancesTable(entries: Entry[]): string {
	const rows = entries.map(({ result, circumstances: at }) => [
		`\`${result.name}\``,
		at.date,
		at.packageVersion,
		`${at.n8n} on Node.js ${at.nodeOfN8n}`,
		at.window,
		at.machine,
	]);
	return table(['Row', 'Date', 'Package', 'n8n', 'Limit counts', 'Machine'], rows);
}

const HOW = `- The package is built, packed and unpacked where n8n keeps installed packages. One n8n, started as users start it, runs all rows; workflows are started by a webhook. Rows about memory start a new n8n for each run.
- Two nodes of the benchmark stand around the measured ones, in the same process. They take the time, the CPU time of the n8n process and its peak memory, and count the items. Garbage is collected before each run.
- Each round runs every contestant once; who begins changes from round to round. A small run of each comes first and does not count.
- The stand-in is a process of its own that works rows out from their place in the list: an answer takes a fraction of a millisecond. The strict sandboxes of the tests take some milliseconds and would be what is measured.
- It counts requests when they arrive, in a sliding second (BENCH_WINDOW chooses another way), and answers 429 with \`Retry-After: 1\` beyond the limit. Doubled is a write that took effect twice.
- Our nodes have a limiter; in rows without a limit, the credential allows more than any of them needs.`;
