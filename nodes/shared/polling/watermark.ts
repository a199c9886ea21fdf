import { compareIds } from './order';
import type { AdvanceRules, ChangePage, Pass, PollState, SeenRow } from './types';

/** A pass while one page is taken into account: `pass` and `seen` are its own copies. */
export interface Reading {
	state: PollState;
	pass: Pass;
	seen: Map<string, SeenRow>;
	rules: AdvanceRules;
}

/** Begins a pass with its first page. */
export function startPass(state: PollState, page: ChangePage): Pass {
	return {
		since: state.from,
		pages: 0,
		startedAt: page.serverNow,
		firstPageNewest: page.rows.reduce((time, row) => Math.max(time, row.changedAt), state.from),
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
	if (state.arming || pass.unordered || rules.order === 'descending') return -Infinity;
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

/** Ends a pass that has read its last page: moves the watermark and forgets what lies behind it. */
export function finishPass(reading: Reading): PollState {
	const { state, pass, rules } = reading;
	const watermark = state.arming ? state.watermark : watermarkSoFar(reading);
	const from = state.arming ? state.from : nextFrom(reading, watermark);
	const kept = [...reading.seen].filter(([, [at]]) => at >= from - rules.creationToleranceMs);
	return {
		v: 1,
		scope: state.scope,
		generation: state.generation,
		floor: state.floor,
		watermark,
		from,
		newest: Math.max(state.newest, pass.newest),
		seen: Object.fromEntries(kept),
	};
}

/** Whether a remembered row lies before the place where the pass stands. */
function isPassed(id: string, at: number, { pass, rules }: Reading): boolean {
	if (!pass.last) return false;
	return rules.order === 'id' ? compareIds(id, pass.last.id) <= 0 : at < pass.last.at;
}

/** Leaves a pass standing where it is, for the next page or the next poll, with what it still needs. */
export function parkPass(reading: Reading): PollState {
	const { state, pass, seen } = reading;
	const from = rememberFrom(reading);
	const kept = [...seen].filter(([id, [at]]) => at >= from || !isPassed(id, at, reading));
	return { ...state, seen: Object.fromEntries(kept), pass };
}
