import type { ChangeRow, FeedOrder, Position } from './types';

const wholeNumber = /^\d+$/;

/** Compares two record ids: as numbers where both are whole numbers of any length, else as text. */
export function compareIds(a: string, b: string): number {
	if (a === b) return 0;
	if (wholeNumber.test(a) && wholeNumber.test(b)) {
		const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
		if (left.length !== right.length) return left.length - right.length;
		if (left === right) return 0;
		return left < right ? -1 : 1;
	}
	return a < b ? -1 : 1;
}

export function positionOf(row: ChangeRow): Position {
	return { id: row.id, at: row.changedAt };
}

/** Negative, zero or positive as `a` comes before, at or after `b` in the feed's order. */
export function comparePositions(order: FeedOrder, a: Position, b: Position): number {
	if (order === 'id') return compareIds(a.id, b.id);
	if (a.at === b.at) return compareIds(a.id, b.id);
	return order === 'ascending' ? a.at - b.at : b.at - a.at;
}

/** Whether a page's rows come in the order that its feed promises. */
export function isInOrder(order: FeedOrder, rows: ChangeRow[]): boolean {
	return rows.every((row, index) => {
		if (index === 0) return true;
		const before = positionOf(rows[index - 1]);
		// Newest first, services promise no order among rows of one moment.
		if (order === 'descending' && before.at === row.changedAt) return true;
		return comparePositions(order, before, positionOf(row)) <= 0;
	});
}
