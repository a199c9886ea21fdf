import type { Pass, PollState, SeenRow } from './types';

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isTime = (value: unknown): value is number =>
	typeof value === 'number' && Number.isFinite(value);
const isAbsentOr = (check: (value: unknown) => boolean) => (value: unknown) =>
	value === undefined || check(value);
const isFlag = (value: unknown) => typeof value === 'boolean';
const isText = (value: unknown) => typeof value === 'string';

function isSeenRow(value: unknown): value is SeenRow {
	return Array.isArray(value) && value.length === 2 && isTime(value[0]) && isText(value[1]);
}

function isPosition(value: unknown): boolean {
	return isRecord(value) && isText(value.id) && isTime(value.at);
}

function isPass(value: unknown): value is Pass {
	return (
		isRecord(value) &&
		[value.since, value.pages, value.firstPageNewest, value.newest].every(isTime) &&
		isAbsentOr(isTime)(value.startedAt) &&
		isAbsentOr(isText)(value.cursor) &&
		isAbsentOr(isPosition)(value.last) &&
		isAbsentOr(isFlag)(value.unordered) &&
		isAbsentOr(isFlag)(value.news)
	);
}

function isPollState(value: unknown): value is PollState {
	return (
		isRecord(value) &&
		value.v === 1 &&
		isText(value.scope) &&
		[value.generation, value.floor, value.watermark, value.from, value.newest].every(isTime) &&
		isRecord(value.seen) &&
		Object.values(value.seen).every(isSeenRow) &&
		isAbsentOr(isFlag)(value.arming) &&
		isAbsentOr(isPass)(value.pass)
	);
}

/**
 * Reads a kept state back as a copy of its own.
 *
 * @param kept whatever was found where a state is kept
 * @returns the state, or undefined when nothing usable is there
 */
export function readState(kept: unknown): PollState | undefined {
	if (!isPollState(kept)) return undefined;
	return JSON.parse(JSON.stringify(kept)) as PollState;
}
