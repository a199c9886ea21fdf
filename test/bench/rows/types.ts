import type { Credentials } from '../credentials';
import type { StandInSettings } from '../standIn';
import type { BenchNode } from '../workflow';

/** One way to do the work of a row. */
export interface Contestant {
	/** `ours`, or what else a user would build. */
	name: string;
	/** Told in the report: how it is built. */
	says: string;
	nodes(credentials: Credentials): BenchNode[];
}

/** Figures of one run. */
export interface Run {
	contestant: string;
	seconds: number;
	cpuSeconds: number;
	peakMb: number;
	/** Peak less what was resident before. */
	moreMb: number;
	items: number;
	/** Items that carry an error. */
	failed: number;
	sent: number;
	refused: number;
	doubled: number;
	written: number;
	/** Something that makes the run no measurement: told beside the figures. */
	trouble?: string;
}

/** Work that is measured in pairs: each contestant once a round, in alternation. */
export interface WorkRow {
	kind: 'work';
	name: string;
	title: string;
	/** Input items or rows read, as issue and report name them. */
	count: number;
	/** Sizes for the scaling table, if it has one. */
	scale?: number[];
	/** Not part of a run without --rows, because it takes long. */
	isLong?: boolean;
	/** Starts n8n anew before each run: for the figures of memory. */
	isMemory?: boolean;
	/** Copies of the workflow that run at the same time and share the count; 1 unless said otherwise. */
	atOnce?: number;
	input: 'one' | 'ids' | 'people';
	/** Share of the people whose e-mail address is there already. */
	present?: number;
	standIn(count: number): StandInSettings;
	contestants: readonly [Contestant, ...Contestant[]];
	/** Items that have to come out. */
	itemsOut(count: number): number;
	/** The least time that the stand-in's limit and its latency allow, s. */
	floorSeconds?(count: number): number;
	/** What the figures have to show. */
	targets: readonly Target[];
}

/** The medians of a row, by contestant, as targets see them. */
export interface Medians {
	of(contestant: string): Run;
	/** Median of the ratios of each round: our figure by the other one's. */
	ratio(contestant: string, figure?: 'seconds' | 'peakMb'): number;
	/** The worst run of ours. */
	most(figure: 'refused' | 'doubled' | 'failed'): number;
}

export interface Target {
	says: string;
	/** The figure that is compared, ready to be shown, and whether it is good enough. */
	look(medians: Medians, count: number): { shown: string; isMet: boolean };
}

/** A measurement of its own kind. */
export interface FactRow {
	kind: 'facts';
	name: string;
	title: string;
	isLong?: boolean;
	measure(tools: FactTools): Promise<FactResult>;
}

export interface FactTools {
	host: import('../host').Host;
	standIn: import('../standIn').StandIn;
	pairs: number;
}

export interface FactResult {
	/** Column titles, then rows. */
	table: string[][];
	verdicts: Verdict[];
}

export interface Verdict {
	says: string;
	shown: string;
	isMet: boolean;
}

export type Row = WorkRow | FactRow;
