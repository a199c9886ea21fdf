import type { IDataObject } from 'n8n-workflow';

/** One page of a list, and what the service says with it about the list's end. */
export interface ListPage<Row = IDataObject> {
	/** What can be read of it. */
	rows: Row[];
	/** Entries that came, readable or not: they are what offsets count. */
	received: number;
	/** Whether another page follows, where the page says so. */
	hasNext?: boolean;
	/** How many entries the whole list has, where the page says so. */
	total?: number;
	/** The service's clock in ms UTC, where it tells it. */
	serverNow?: number;
}

/** Where a page begins and how much was asked for. */
export interface PageEdges {
	/** Entries before it. */
	offset: number;
	size: number;
	/** False where a page past the end is refused: then a page that calls itself the last one is believed. */
	mayAskBeyond?: boolean;
}

/**
 * The one answer to "where does a list end", for lists, forms and triggers alike. Where the service tells, only that
 * decides; else the list goes on until a page is empty. How full a page is says nothing.
 */
export function goesOn(
	{ received, hasNext, total }: Omit<ListPage<unknown>, 'rows'>,
	{ offset, size, mayAskBeyond = true }: PageEdges,
): boolean {
	if (received === 0) return false;
	const end = offset + received;
	const isCountedOn = total !== undefined && end < total;
	if (hasNext !== undefined) return hasNext || (isCountedOn && mayAskBeyond);
	// A count of one full page may be a count of that page, and one of less than has come is none.
	const isOwnCount = offset === 0 && total === received && received >= size;
	return total === undefined || end > total || isCountedOn || isOwnCount;
}
