import { Stop } from '../../scripts/start/stop';

/** How the benchmark was asked to run. */
export interface BenchOptions {
	/** Names of the rows; none: those that do not take long. */
	rows: string[];
	all: boolean;
	pairs: number;
	/** Sizes of each row's scale instead of its usual one. */
	scaling: boolean;
	json: boolean;
	write: boolean;
	list: boolean;
	help: boolean;
}

export const helpText = `npm run bench                       our nodes and n8n's HTTP Request node in the real n8n, against the same stand-in

  --rows name,name        these rows only (--list names them)
  --all                   also those that take long
  --pairs N               rounds of each row, 5 unless said otherwise; every contestant runs once a round
  --scaling               each row at three sizes: how cost grows
  --json                  the figures for machines, on standard output; everything else on standard error
  --write                 puts the measured rows into docs/benchmarks.md and its picture; others stay as they are
  --list                  the names of the rows

  BENCH_WINDOW            how the stand-in counts requests: sliding (as usual), fixed or bucket
  BENCH_NODE_OPTIONS      options of Node.js for n8n, such as --cpu-prof
  START_CACHE_DIR         folder that keeps n8n itself, as for npm start`;

const FLAGS = ['all', 'scaling', 'json', 'write', 'list', 'help'] as const;

/** Reads the command line. Throws `Stop` for what it does not know. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
	const options: BenchOptions = {
		...{ rows: [], all: false, pairs: 5 },
		...{ scaling: false, json: false, write: false, list: false, help: false },
	};
	const rest = args.flatMap((one) => one.split(/(?<=^--[a-z]+)=/));
	while (rest.length > 0) {
		const word = rest.shift() ?? '';
		const flag = FLAGS.find((name) => word === `--${name}`);
		if (flag) options[flag] = true;
		else if (word === '--rows') options.rows = names(rest.shift());
		else if (word === '--pairs') options.pairs = readPairs(rest.shift());
		else throw new Stop(`"${word}" is not a flag of npm run bench. Known are:\n\n${helpText}`);
	}
	return options;
}

const names = (text = ''): string[] => text.split(',').filter((name) => name !== '');

function readPairs(text: string | undefined): number {
	const pairs = Number(text);
	if (Number.isInteger(pairs) && pairs > 0) return pairs;
	throw new Stop(`--pairs needs a whole number above 0, not "${text ?? ''}".`);
}
