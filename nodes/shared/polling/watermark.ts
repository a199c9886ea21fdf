import { compareIds } from './order';
import { newestPlausible } from './plausible';
import type { AdvanceRules, ChangePage, Pass, PollState, SeenRow } from './types';

/** A pass while one page is taken into account: `pass` and `seen` are its own copies. */
export interface Reading {
	state: PollState;
	pass: Pass;
	seen: Map<string, SeenRow>;
	rules: AdvanceRules;
	/** The newest time of the page that is believed. */
	believed: number;
}

/** More rows are not remembered between two passes: what is looked back at becomes shorter instead. */
export const MOST_SEEN = 3_000;

/** The newest time on a page that can be believed; undefined for a page without any. */
export function newestOf({ rows, plausibleUntil }: ChangePage): number | undefined {
	const times = rows.map(({ changedAt }) => changedAt);
	return newestPlausible(times, plausibleUntil ?? Infinity);
}

/** How often the state notes that everything has been looked at, although nothing has changed. */
const UP_TO_STEP_MS = 10 * 60_000;

/** A clock that is only plausible can be a day ahead of the true one. */
const PLAUSIBLE_SPAN_MS = 24 * 3_600_000;

/** Begins a pass with its first page. */
export function startPass(state: PollState, page: ChangePage): Pass {
	return {
		since: state.from,
		pages: 0,
		startedAt: page.serverNow,
		...(page.plausibleUntil === undefined ? {} : { plausibleUntil: page.plausibleUntil }),
		firstPageNewest: Math.max(state.from, newestOf(page) ?? state.from),
		newest: state.from,
	};
}

/**
 * The latest moment a pass can vouch for. While later pages are read, records on earlier pages go on
 * changing or appearing, so it is the service's clock at the first page; a date in the future never gets
 * past it. Without a clock it is the newest timestamp that the service is known to have reached by then.
 */
function passBound({ state, pass }: Reading): number {
	if (pass.startedAt !== undefined) return pass.startedAt;
	return Math.max(pass.firstPageNewest, state.newest);
}

/** Where the watermark would be if the pass ended here. */
function watermarkSoFar(reading: Reading): number {
	const drained = Math.min(reading.pass.newest, passBound(reading));
	return Math.max(reading.state.watermark, drained);
}

/**
 * Rows older than this need not be remembered once they have been dealt with: the rest of the pass goes
 * on behind them, and later passes do not ask for them.
 */
export function rememberFrom(reading: Reading): number {
	const { state, pass, rules } = reading;
	if (state.arming || pass.unordered) return -Infinity;
	// What shares its moment with the last row may come again on the next page.
	if (rules.order === 'descending' && pass.last) {
		const next = watermarkSoFar(reading) - rules.overlapMs - rules.creationToleranceMs;
		return Math.min(pass.last.at, next);
	}
	return watermarkSoFar(reading) - rules.overlapMs - rules.creationToleranceMs;
}

/**
 * Where the next pass begins. The overlap is read again until it has been read once with nothing new
 * in it and the service's clock has left it behind. From then on the watermark is enough, or the moment
 * after it when more than one page of rows shares that timestamp.
 */
function nextFrom({ state, pass, rules }: Reading, watermark: number): number {
	const isQuiet = !pass.news && watermark === state.watermark;
	const clockIsPast = pass.startedAt !== undefined && pass.startedAt > watermark + rules.overlapMs;
	if (!isQuiet || !clockIsPast) return Math.max(state.from, watermark - rules.overlapMs);
	const isCrowded = pass.pages > 1 && pass.since >= watermark;
	return Math.max(state.from, isCrowded ? watermark + 1 : watermark);
}

/** Where the next pass begins if no more than `MOST_SEEN` rows are to be remembered. */
function fromWithin(times: number[], from: number, watermark: number, tolerance: number): number {
	const oldest = times.sort((a, b) => b - a)[MOST_SEEN];
	if (oldest === undefined) return from;
	return Math.max(from, Math.min(watermark, oldest + tolerance + 1));
}

/** Up to where everything has been looked at, in coarse steps so that idle polls leave the state alone. */
function lookedUpTo({ state, pass, rules }: Reading): number | undefined {
	const told = pass.startedAt ?? (pass.plausibleUntil && pass.plausibleUntil - PLAUSIBLE_SPAN_MS);
	if (told === undefined) return state.upTo;
	const upTo = told - rules.overlapMs;
	return state.upTo !== undefined && upTo < state.upTo + UP_TO_STEP_MS ? state.upTo : upTo;
}

/** Ends a pass that has read its last page: moves the watermark and forgets what lies behind it. */
export function finishPass(reading: Reading): PollState {
	const { state, pass, rules } = reading;
	const tolerance = rules.creationToleranceMs;
	const watermark = state.arming ? state.watermark : watermarkSoFar(reading);
	const wanted = state.arming ? state.from : nextFrom(reading, watermark);
	const times = [...reading.seen.values()]
		.map(([at]) => at)
		.filter((at) => at >= wanted - tolerance);
	const from = state.arming ? wanted : fromWithin(times, wanted, watermark, tolerance);
	const kept = [...reading.seen].filter(([, [at]]) => at >= from - tolerance);
	const upTo = lookedUpTo(reading);
	const next: PollState = {
		...state,
		watermark,
		from,
		newest: Math.max(state.newest, pass.newest),
		...(upTo === undefined ? {} : { upTo }),
		seen: Object.fromEntries(kept),
	};
	delete next.pass;
	delete next.arming;
	return next;
}

/** Whether a remembered row lies before the place where the pass stands. */
function isPassed(id: string, at: number, { pass, rules }: Reading): boolean {
	if (!pass.last) return false;
	if (rules.order === 'descending') return at > pass.last.at;
	return rules.order === 'id' ? compareIds(id, pass.last.id) <= 0 : at < pass.last.at;
}

/** Leaves a pass standing where it is, for the next page or the next poll, with what it still needs. */
export function parkPass(reading: Reading): PollState {
	const { state, pass, seen } = reading;
	const from = rememberFrom(reading);
	const kept = [...seen].filter(([id, [at]]) => at >= from || !isPassed(id, at, reading));
	return { ...state, seen: Object.fromEntries(kept), pass };
}
