import { isObject } from '../request/rows';
import { packMark } from './packed';
import { isPackedSeen, packSeen, unpackSeen, type PackedSeen } from './packedSeen';
import type { Pass, PollState, SeenRow } from './types';

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
	return isObject(value) && isText(value.id) && isTime(value.at);
}

function isPass(value: unknown): value is Pass {
	return (
		isObject(value) &&
		[value.since, value.pages, value.firstPageNewest, value.newest].every(isTime) &&
		isAbsentOr(isTime)(value.startedAt) &&
		isAbsentOr(isText)(value.cursor) &&
		isAbsentOr(isPosition)(value.last) &&
		isAbsentOr(isFlag)(value.unordered) &&
		isAbsentOr(isFlag)(value.news)
	);
}

/** What the two versions of the state have in common. */
function isCommon(value: unknown): value is Record<string, unknown> {
	return (
		isObject(value) &&
		isText(value.scope) &&
		[value.generation, value.floor, value.watermark, value.from, value.newest].every(isTime) &&
		isAbsentOr(isFlag)(value.arming) &&
		isAbsentOr(isPass)(value.pass)
	);
}

/** Version 0.1 kept rows as they are, and did not know what a time line is. */
interface FirstState extends Omit<PollState, 'v'> {
	v: 1;
}

function isFirstState(value: unknown): value is FirstState {
	return (
		isCommon(value) &&
		value.v === 1 &&
		isObject(value.seen) &&
		Object.values(value.seen).every(isSeenRow)
	);
}

interface PackedState extends Omit<PollState, 'seen'> {
	seen: PackedSeen;
}

function isPackedState(value: unknown): value is PackedState {
	return (
		isCommon(value) &&
		value.v === 2 &&
		isPackedSeen(value.seen) &&
		[value.feed, value.timeline, value.backlogKey].every(isAbsentOr(isText)) &&
		isAbsentOr(isTime)(value.upTo) &&
		[value.fields, value.walk].every(isAbsentOr(isObject))
	);
}

/** Stands for whatever `Changes Since` was when a state of version 0.1 is met: the trigger does not go back. */
export const ANY_BACKLOG = '*';

/**
 * Reads a kept state back as a copy of its own; one of an earlier version as it would be now.
 *
 * @param kept whatever was found where a state is kept
 * @returns the state, or undefined when nothing usable is there
 */
export function readState(kept: unknown): PollState | undefined {
	if (isFirstState(kept)) {
		const { seen, ...rest } = JSON.parse(JSON.stringify(kept)) as FirstState;
		const marked = Object.entries(seen).map(([id, [at, version]]): [string, SeenRow] => [
			id,
			[at, packMark(version)],
		]);
		return { ...rest, v: 2, backlogKey: ANY_BACKLOG, seen: Object.fromEntries(marked) };
	}
	if (!isPackedState(kept)) return undefined;
	const seen = unpackSeen(kept.seen);
	return seen && { ...(JSON.parse(JSON.stringify(kept)) as PollState), seen };
}

/** The state as it is kept. */
export const packState = (state: PollState): PackedState => ({
	...state,
	seen: packSeen(state.seen),
});
