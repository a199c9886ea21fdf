/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What happened in the n8n process between the two gauges of a workflow. */
export interface Reading {
	/** ms since 1970, with fractions. */
	startedAt: number;
	endedAt: number;
	cpuSeconds: number;
	/** Resident memory before, after a collection of garbage. */
	memoryBeforeMb: number;
	/** Highest resident memory. */
	peakMb: number;
}

interface Begun {
	startedAt: number;
	cpu: NodeJS.CpuUsage;
	memoryBeforeMb: number;
}

const MB = 1024 * 1024;

/** By execution; both nodes run in the same process. */
const begun = new Map<string, Begun>();

const now = (): number => performance.timeOrigin + performance.now();

/** Takes the readings before a run: what earlier ones left behind is collected first. */
export function begin(execution: string): void {
	collectGarbage();
	forgetPeak();
	begun.set(execution, {
		memoryBeforeMb: process.memoryUsage.rss() / MB,
		cpu: process.cpuUsage(),
		startedAt: now(),
	});
}

/** Takes the readings after it. */
export function end(execution: string): Reading {
	const endedAt = now();
	const first = begun.get(execution);
	begun.delete(execution);
	if (!first) throw new Error('The benchmark was not begun');
	const { user, system } = process.cpuUsage(first.cpu);
	return {
		startedAt: first.startedAt,
		endedAt,
		cpuSeconds: (user + system) / 1e6,
		memoryBeforeMb: first.memoryBeforeMb,
		peakMb: readPeak(),
	};
}

function collectGarbage(): void {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
}

/** Linux counts the peak anew after this; elsewhere it is that of the whole process. */
function forgetPeak(): void {
	try {
		writeFileSync('/proc/self/clear_refs', '5');
	} catch {
		// Not on this system, or not allowed.
	}
}

function readPeak(): number {
	try {
		const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
		if (kilobytes) return Number(kilobytes) / 1024;
	} catch {
		// Not on this system.
	}
	return process.resourceUsage().maxRSS / 1024;
}
