import { happenedTo, isWanted, rowTime, type News } from './events';
import { comparePositions, isInOrder, positionOf } from './order';
import { packMark } from './packed';
import { finishPass, newestOf, parkPass, rememberFrom, startPass } from './watermark';
import type { Reading } from './watermark';
import type { AdvanceRules, ChangePage, ChangeRow, PollState } from './types';

/** What one page amounts to. */
export interface Advance {
	/** Rows to hand out, in the order of the page. */
	emit: ChangeRow[];
	/** The state afterwards; without a `pass` when the feed has been read to its end. */
	next: PollState;
}

/** A row with what the user is told besides. */
const handedOut = (news: News): ChangeRow => ({
	...news.row,
	...(news.rules.fields ? { change: news.change } : {}),
	...(news.rules.tellsEvent ? { happened: happenedTo(news) } : {}),
});

/** Whether this pass has dealt with the row before: pages are read again after a cut or a deletion. */
function isBehind(row: ChangeRow, { pass, rules }: Reading): boolean {
	if (pass.unordered || !pass.last) return false;
	// Newest first, rows of one moment come in any order, and what is newer has come since: the next pass meets it.
	if (rules.order === 'descending') return row.changedAt > pass.last.at;
	return comparePositions(rules.order, positionOf(row), pass.last) <= 0;
}

/**
 * While a trigger is armed, everything on the first page was there before. A later page may hold what
 * changed since; that is left to the next pass.
 */
function cameAfterArming(row: ChangeRow, { state, pass, rules }: Reading): boolean {
	if (!state.arming || pass.pages === 0) return false;
	// What was made before may be changed while the baseline is read; it is none the newer for it.
	if (rules.event === 'created' && (row.createdAt ?? Infinity) <= state.floor) return false;
	if (pass.startedAt !== undefined) return row.changedAt >= pass.startedAt;
	return row.changedAt > Math.max(pass.firstPageNewest, state.newest);
}

/** Notes that a row has been dealt with. */
function dealWith(row: ChangeRow, isNews: boolean, reading: Reading): void {
	const { pass, seen } = reading;
	pass.last = positionOf(row);
	pass.newest = Math.max(pass.newest, Math.min(row.changedAt, reading.believed));
	if (isNews) pass.news = true;
	const time = rowTime(row);
	if (time >= rememberFrom(reading)) seen.set(row.id, [time, packMark(row.version)]);
	else seen.delete(row.id);
	if (isNews) reading.rules.fields?.remember(row);
}

/** Whether the page is the last one: a newest-first list is not followed past the start of the pass. */
function isLastPage(page: ChangePage, { pass, rules }: Reading): boolean {
	if (page.next === undefined) return true;
	return rules.order === 'descending' && page.rows.some((row) => row.changedAt < pass.since);
}

function beginReading(state: PollState, page: ChangePage, rules: AdvanceRules): Reading {
	const pass = { ...(state.pass ?? startPass(state, page)) };
	if (!isInOrder(rules.order, page.rows)) pass.unordered = true;
	const believed = newestOf(page) ?? -Infinity;
	return { state, pass, seen: new Map(Object.entries(state.seen)), rules, believed };
}

/**
 * Takes one page of a feed into account. Pure: neither `state` nor `page` is changed, and the same
 * input gives the same output.
 *
 * @param page the page that `state.pass` asks for, or the first page since `state.from`
 * @param room most rows to hand out; the pass is left standing at the row that did not fit, and the
 *   same page is to be read again
 */
export function advance(
	state: PollState,
	page: ChangePage,
	rules: AdvanceRules,
	room: number,
): Advance {
	const reading = beginReading(state, page, rules);
	const { pass, seen } = reading;
	const emit: ChangeRow[] = [];

	for (const row of page.rows) {
		if (row.changedAt < pass.since || isBehind(row, reading)) continue;
		if (cameAfterArming(row, reading)) continue;
		const known = seen.get(row.id);
		const isNews = known?.[1] !== packMark(row.version);
		const change = isNews ? rules.fields?.compare(row) : undefined;
		const news = { state, row, known, since: pass.since, rules, change };
		if (isNews && !state.arming && isWanted(news)) {
			if (emit.length >= room) return { emit, next: parkPass(reading) };
			emit.push(handedOut(news));
		}
		dealWith(row, isNews, reading);
	}

	pass.pages += 1;
	pass.cursor = page.next;
	return { emit, next: isLastPage(page, reading) ? finishPass(reading) : parkPass(reading) };
}
