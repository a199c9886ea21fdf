import { cpus, nodeVersion, release, totalmem, type } from '../machine';
import type { WorkResult } from '../measure';
import type { FactResult, Run } from '../rows';

/** Where and when a row was measured. */
export interface Circumstances {
	date: string;
	packageVersion: string;
	n8n: string;
	nodeOfN8n: string;
	machine: string;
	/** How the stand-in counted requests. */
	window: string;
}

export interface FactEntry extends FactResult {
	name: string;
	title: string;
}

/** A measured row, as it is kept in docs/benchmarks.json. */
export type Entry = { circumstances: Circumstances } & (
	| { kind: 'work'; result: WorkResult }
	| { kind: 'facts'; result: FactEntry }
);

/** What tells one entry from another: the same row at another size is another entry. */
export const entryKey = (entry: Entry): string =>
	entry.kind === 'work' ? `${entry.result.name} ${entry.result.count}` : entry.result.name;

/** The machine in a few words. */
export function machineText(): string {
	const [first] = cpus();
	const gigabytes = Math.round(totalmem() / 1024 ** 3);
	return `${cpus().length} x ${first?.model.trim() ?? 'CPU'}, ${gigabytes} GB, ${type()} ${release()}, stand-in on Node.js ${nodeVersion.slice(1)}`;
}

export const formatSeconds = (seconds: number): string =>
	seconds < 10 ? seconds.toFixed(2) : seconds.toFixed(1);

export const formatRatio = (ratio: number): string => `${ratio.toFixed(2)}x`;

/** Milliseconds for each input item or row. */
export const msEach = (run: Run, count: number): string =>
	((run.seconds * 1_000) / count).toFixed(3);
