import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from './client';
import { RowCollector, type ListOptions } from './paginate';
import type { ApiRequest, ApiResponse } from './types';

/** How a service cuts lists into pages, when each page tells whether another follows. */
export interface ToldPaging {
	/** The most rows that one page can hold. */
	maxPageSize: number;
	/** Query parameters of a page, by the number of rows before it and its own number, which begins with 1. */
	query(place: { offset: number; page: number; size: number }): IDataObject;
	/**
	 * Rows that pages have in common, for lists that lose rows while they are read: a page that does not begin with a known
	 * row has moved, and the reading steps back. 0 for pages that are numbered.
	 */
	overlap: number;
	/** Rows of a page; undefined when the response is no page at all. */
	rows(response: ApiResponse): IDataObject[] | undefined;
	/** Whether the page says that another follows; undefined when it says nothing. */
	hasNext(response: ApiResponse): boolean | undefined;
	/** How many rows the list has in all, where the page says so. */
	total(response: ApiResponse): number | undefined;
}

/** A list longer than this many pages is taken for a server that repeats itself. */
const MOST_PAGES = 10_000;

/** A list as it was read, and whether the service had told of more. */
export interface ToldList {
	rows: IDataObject[];
	/** How many rows the service counts and did not send; 0 for a list that came whole, or only as far as was wanted. */
	missing: number;
}

/**
 * Reads a list page by page until the service says that nothing follows. Only that decides, never the length of a page:
 * pages may be shorter than was asked for.
 * @throws NodeApiError when a response is no page
 */
export async function readToldPages(
	client: ApiClient,
	request: ApiRequest,
	paging: ToldPaging,
	options: ListOptions,
): Promise<ToldList> {
	const collected = new RowCollector(options);
	const size =
		options.limit === undefined || options.keep
			? paging.maxPageSize
			: Math.max(1, Math.min(paging.maxPageSize, options.limit));
	let total: number | undefined;
	let offset = 0;
	let hasSteppedBack = false;
	for (let page = 1; page <= MOST_PAGES; page++) {
		const from = Math.max(0, offset - paging.overlap);
		const query = { ...request.query, ...paging.query({ offset: from, page, size }) };
		const response = await client.send({ ...request, query });
		const rows = paging.rows(response);
		if (!rows) throw client.apiError(NO_LIST);
		total = paging.total(response) ?? total;
		if (paging.overlap > 0 && hasMoved(collected, from, rows)) {
			offset = Math.max(0, from - size + 1 + paging.overlap);
			hasSteppedBack = true;
			continue;
		}
		const isNews = collected.add(rows) && rows.length > (from === offset ? 0 : paging.overlap);
		offset = from + rows.length;
		if (collected.isFull) return { rows: collected.rows, missing: 0 };
		// After a step back, a page of known rows is no sign of a server that repeats itself.
		if (!isNews && !hasSteppedBack) break;
		hasSteppedBack = false;
		if (!follows(paging, response, collected.read, total)) break;
	}
	return { rows: collected.rows, missing: Math.max(0, (total ?? 0) - collected.read) };
}

/** Whether rows before this page went away since the page before was read. */
function hasMoved(collected: RowCollector, from: number, rows: IDataObject[]): boolean {
	return from > 0 && (rows.length === 0 || !collected.has(rows[0]));
}

/**
 * Whether to ask for another page. A page that says it is the last one is believed unless the count says otherwise and
 * asking further is possible; pages with numbers are refused past the end.
 */
function follows(
	paging: ToldPaging,
	response: ApiResponse,
	read: number,
	total: number | undefined,
): boolean {
	const hasNext = paging.hasNext(response);
	const isCounted = total !== undefined && read < total;
	return hasNext === false
		? isCounted && paging.overlap > 0
		: (hasNext ?? total === undefined) || isCounted;
}

const NO_LIST = {
	message: 'The service answered with something other than a list',
	description:
		'Nothing was taken from it. Check the address in the credential, and run the item again; if it stays so, the API may have changed.',
	cause: 'temporarily-unavailable' as const,
};
