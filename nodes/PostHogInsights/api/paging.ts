import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import type { ListPage } from '../../shared/request/listPage';
import type { ListSource } from '../../shared/request/listSource';
import { readList, type ReadList } from '../../shared/request/paginate';
import type { ListOptions } from '../../shared/request/rowCollector';
import { isObject, isRowList } from '../../shared/request/rows';
import { serverNow } from '../../shared/request/serverClock';
import type { ApiRequest, ApiResponse } from '../../shared/request/types';

/** Rows of one page at most: the server's own page (PostHog settings). */
export const PAGE_SIZE = 100;

const pageIn = ({ body }: ApiResponse): IDataObject => (isObject(body) ? body : {});

/** Anything else is no page of a list. */
export const isPage = (body: unknown): boolean => isObject(body) && isRowList(body.results);

const numberOf = (...values: unknown[]): number | undefined =>
	values.find((value): value is number => typeof value === 'number');

/**
 * One page: `{"count": 123, "next": "https://…&offset=100", "previous": null, "results": [{"id": 1, …}]}` of insights,
 * `{"results": […], "next": …, "previous": …, "total_count": 37}` of the activity log.
 */
export function pageOf(response: ApiResponse): ListPage {
	const { results, next, count, total_count: totalCount } = pageIn(response);
	const entries = Array.isArray(results) ? results : [];
	return {
		rows: entries.filter(isObject),
		received: entries.length,
		...(next === undefined ? {} : { hasNext: next !== null }),
		total: numberOf(count, totalCount),
		serverNow: serverNow(response),
	};
}

/** How one of the lists is cut into pages. */
export interface ListKind extends Pick<ListSource, 'by' | 'mayAskBeyond' | 'mayReorder'> {
	/** Query parameters of a page, by the number of rows before it and its own number, counted from zero. */
	query(place: { offset: number; page: number; size: number }): IDataObject;
}

/** Insights, by limit and offset. They can be deleted while the list is read. */
export const insightList = ({ mayReorder }: Pick<ListKind, 'mayReorder'> = {}): ListKind => ({
	by: 'offset',
	mayReorder,
	query: ({ offset, size }) => ({ limit: size, offset }),
});

/** The activity log, by limit and page; a page past the end is refused (likely, not seen). */
export const activityList: ListKind = {
	by: 'number',
	mayAskBeyond: false,
	query: ({ page, size }) => ({ limit: size, page: page + 1 }),
};

/**
 * Reads a list page by page.
 * @throws NodeApiError when a response is no page
 */
export const readPages = async (
	client: ApiClient,
	request: ApiRequest,
	{ query, ...kind }: ListKind,
	options: Omit<ListOptions, 'key'>,
): Promise<ReadList> =>
	await readList(
		{
			...kind,
			maxPageSize: PAGE_SIZE,
			read: async (place) => {
				const response = await client.send({
					...request,
					query: { ...request.query, ...query(place) },
				});
				if (!Array.isArray(pageIn(response).results)) throw client.apiError(NO_LIST);
				return pageOf(response);
			},
		},
		{ ...options, key: rowKey },
	);

/** Names a row of either list. */
const rowKey = ({ id }: IDataObject): string | undefined =>
	id === undefined ? undefined : String(id);

const NO_LIST = {
	message: 'PostHog answered with something other than a list',
	description:
		'Nothing was taken from it. Check the address in the credential, and run the item again; if it stays so, the API may have changed.',
	cause: 'temporarily-unavailable' as const,
};
