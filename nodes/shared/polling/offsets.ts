import { goesOn, type ListPage } from '../request/listPage';
import { comparePositions, positionOf } from './order';
import type { ChangePage, ChangeRow, FeedOrder, Position } from './types';

/** Part of a list that is read by offset. */
export interface OffsetPage extends ListPage<ChangeRow> {
	/** IDs of its first and its last entry, where some entries are no rows. */
	edges?: { first: string; last: string };
}

/** A list that is read by offset: `skip` entries passed over, at most `top` returned. */
export interface OffsetList {
	order: FeedOrder;
	/** Entries asked for at once, at least 2. */
	pageSize: number;
	read(skip: number, top: number): Promise<OffsetPage>;
}

interface OffsetCursor {
	skip: number;
	/** The last row of the page before. */
	last?: Position;
	/** ID of the last entry of the page before, where that is no row. */
	lastId?: string;
	/** Set once the last row was looked for up to the start of the list: offsets are followed blindly. */
	blind?: boolean;
	/** Set after a page that held nothing but the entry it shares with the one before: it is not asked for again. */
	bare?: boolean;
}

/** Whether an answer begins with an entry that was read before, so that none was passed over. */
function isAnchored(order: FeedOrder, page: OffsetPage, { last, lastId }: OffsetCursor): boolean {
	if (lastId !== undefined && page.edges?.first === lastId) return true;
	if (page.rows.length === 0 || !last) return false;
	const first = positionOf(page.rows[0]);
	if (first.id === last.id) return true;
	if (order !== 'id' && first.at === last.at) return false;
	return comparePositions(order, first, last) < 0;
}

/**
 * Reads one page of a list by offset in a way that survives deletions. Rows deleted before the offset
 * move the rest up, and plain offsets would pass over as many rows. So each page begins with the last entry
 * of the page before; if that has moved, the reading steps back until it is on known ground.
 * Where the list ends is what the service says of it (`goesOn`), however short its pages are.
 *
 * @param cursor `next` of the page before, absent for the first page
 * @throws what `read` throws
 */
export async function readByOffset(list: OffsetList, cursor?: string): Promise<ChangePage> {
	const from = cursor === undefined ? undefined : (JSON.parse(cursor) as OffsetCursor);
	const stride = Math.max(1, list.pageSize - 1);
	let skip = from ? Math.max(0, from.skip - (from.bare ? 0 : 1)) : 0;
	let page = await list.read(skip, list.pageSize);
	const isFollowed = from && !from.blind && !from.bare;
	while (isFollowed && skip > 0 && !isAnchored(list.order, page, from)) {
		skip = Math.max(0, skip - stride);
		page = await list.read(skip, list.pageSize);
	}
	const { rows, received, serverNow } = page;
	const answer: ChangePage = { rows, ...(serverNow === undefined ? {} : { serverNow }) };
	const isBare = from !== undefined && !from.bare && skip < from.skip && received === 1;
	if (!goesOn(page, { offset: skip, size: list.pageSize })) return answer;

	const isLost = isFollowed === true && !isAnchored(list.order, page, from);
	const next: OffsetCursor = {
		skip: skip + received,
		last: rows.length > 0 ? positionOf(rows[rows.length - 1]) : from?.last,
		...(page.edges ? { lastId: page.edges.last } : {}),
		...(isLost || from?.blind ? { blind: true } : {}),
		...(isBare ? { bare: true } : {}),
	};
	return { ...answer, next: JSON.stringify(next) };
}
