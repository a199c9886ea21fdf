import { comparePositions, positionOf } from './order';
import type { ChangePage, ChangeRow, FeedOrder, Position } from './types';

/** A list that is read by offset: `skip` rows passed over, at most `top` returned. */
export interface OffsetList {
	order: FeedOrder;
	/** Rows asked for at once, at least 2; a shorter answer is the last one. */
	pageSize: number;
	read(skip: number, top: number): Promise<{ rows: ChangeRow[]; serverNow?: number }>;
}

interface OffsetCursor {
	skip: number;
	/** The last row of the page before. */
	last: Position;
	/** Set once the last row was looked for up to the start of the list: offsets are followed blindly. */
	blind?: boolean;
}

/** Whether an answer begins with a row that was read before, so that no row was passed over. */
function isAnchored(order: FeedOrder, rows: ChangeRow[], last: Position): boolean {
	if (rows.length === 0) return false;
	const first = positionOf(rows[0]);
	if (first.id === last.id) return true;
	if (order !== 'id' && first.at === last.at) return false;
	return comparePositions(order, first, last) < 0;
}

/**
 * Reads one page of a list by offset in a way that survives deletions. Rows deleted before the offset
 * move the rest up, and plain offsets would pass over as many rows. So each page begins with the last row
 * of the page before; if that has moved, the reading steps back until it is on known ground.
 *
 * @param cursor `next` of the page before, absent for the first page
 * @throws what `read` throws
 */
export async function readByOffset(list: OffsetList, cursor?: string): Promise<ChangePage> {
	const from = cursor === undefined ? undefined : (JSON.parse(cursor) as OffsetCursor);
	const stride = Math.max(1, list.pageSize - 1);
	let skip = from ? Math.max(0, from.skip - 1) : 0;
	let answer = await list.read(skip, list.pageSize);
	while (from && !from.blind && skip > 0 && !isAnchored(list.order, answer.rows, from.last)) {
		skip = Math.max(0, skip - stride);
		answer = await list.read(skip, list.pageSize);
	}
	if (answer.rows.length < list.pageSize) return answer;

	const isLost = from !== undefined && !isAnchored(list.order, answer.rows, from.last);
	const next: OffsetCursor = {
		skip: skip + answer.rows.length,
		last: positionOf(answer.rows[answer.rows.length - 1]),
		...(isLost || from?.blind ? { blind: true } : {}),
	};
	return { ...answer, next: JSON.stringify(next) };
}
