import { Stop } from '../../../scripts/start/stop';
import { parseArgs } from '../../../scripts/start/machine';
import { engines, type EngineLetter } from './engines';

/** How the test in the real n8n was asked to run. */
export interface RealOptions {
	/** In queue mode, instead of killing a single n8n. */
	queue: boolean;
	engines: EngineLetter[];
	/** Least time that changes go on for, for each engine. */
	minutes: number;
	/** How often n8n is killed; undefined: as often as a full run does. */
	kills?: number;
	/** Nothing is killed any more after so many minutes. */
	mostMinutes: number;
	seed: number;
	/** Queue mode: only measures what one worker and two workers get done. */
	onlyThroughput: boolean;
	/** Puts the tables into docs/scaling.md. */
	write: boolean;
	/** File that every change is written to, with the executions that had it. */
	details?: string;
	help: boolean;
}

export const helpText = `npm run test:triggers -- --real    every change in the real n8n while it is killed and started again
npm run test:triggers -- --queue   the same in queue mode: a worker, Redis and the main process are killed

  --engine A,B       only these polling engines: A in memory, B scheduler, C scheduler with durable cursors
  --kills N          how often n8n is killed, 2 unless said otherwise; --kills full: 5 on A and B, 20 on C
  --minutes N        least time of changes for each engine, 1 unless said otherwise
  --most-minutes N   stops killing after so many minutes of an engine, 25 unless said otherwise
  --seed N           repeats the moments of an earlier run
  --details FILE     writes every change and its executions into a file
  --write            puts the tables into docs/scaling.md
  --throughput       with --queue: only what one worker and two workers get done

  START_CACHE_DIR    folder that keeps n8n itself, as for npm start`;

const known = {
	real: { type: 'boolean' },
	queue: { type: 'boolean' },
	throughput: { type: 'boolean' },
	write: { type: 'boolean' },
	help: { type: 'boolean' },
	engine: { type: 'string' },
	kills: { type: 'string' },
	minutes: { type: 'string' },
	'most-minutes': { type: 'string' },
	seed: { type: 'string' },
	details: { type: 'string' },
} as const;

/** Reads the command line. Throws `Stop` for what it does not know. */
export function readRealOptions(args: string[], now: number): RealOptions {
	const { values, positionals } = parseArgs({ args, options: known, strict: false });
	const strange = Object.keys(values).find((name) => !(name in known)) ?? positionals[0];
	if (strange !== undefined) throw new Stop(`"${strange}" is not known here.\n\n${helpText}`);
	const {
		engine,
		kills = '2',
		minutes = '1',
		seed,
		details,
	} = values as Record<string, string | undefined>;
	const letters = engines.map(({ letter }) => letter);
	const chosen =
		engine === undefined ? letters : letters.filter((letter) => engine.split(',').includes(letter));
	if (chosen.length === 0) throw new Stop(`--engine takes A, B or C, not "${engine}".`);
	return {
		queue: values.queue === true,
		engines: chosen,
		minutes: numberOf('--minutes', minutes),
		mostMinutes: numberOf('--most-minutes', String(values['most-minutes'] ?? 25)),
		kills: kills === 'full' ? undefined : numberOf('--kills', kills),
		seed: seed === undefined ? now % 1_000_000 : numberOf('--seed', seed),
		onlyThroughput: values.throughput === true,
		...(details === undefined ? {} : { details }),
		write: values.write === true,
		help: values.help === true,
	};
}

function numberOf(flag: string, text: string): number {
	const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
	if (Number.isFinite(number)) return number;
	throw new Stop(`${flag} needs a number, not "${text}".`);
}
