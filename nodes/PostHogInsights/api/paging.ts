import type { IDataObject } from 'n8n-workflow';

import { isObject, isRowList } from '../../shared/request/rows';
import type { ToldPaging } from '../../shared/request/toldPages';
import type { ApiResponse } from '../../shared/request/types';

const page = ({ body }: ApiResponse): IDataObject => (isObject(body) ? body : {});

/** Anything else is no page of a list. */
export const isPage = (body: unknown): boolean => isObject(body) && isRowList(body.results);

const numberOf = (value: unknown): number | undefined =>
	typeof value === 'number' ? value : undefined;

const rows = (response: ApiResponse): IDataObject[] | undefined => {
	const { results } = page(response);
	return Array.isArray(results) ? results.filter(isObject) : undefined;
};

const hasNext = (response: ApiResponse): boolean | undefined => {
	const { next } = page(response);
	return next === undefined ? undefined : next !== null;
};

/**
 * `{"count": 123, "next": "https://…&offset=100", "previous": null, "results": [{"id": 1, …}]}` by limit and offset; 100
 * rows is the server's own page (PostHog settings). Insights can be deleted while the list is read.
 */
export const insightPaging: ToldPaging = {
	maxPageSize: 100,
	overlap: 1,
	query: ({ offset, size }) => ({ limit: size, offset }),
	rows,
	hasNext,
	total: (response) => numberOf(page(response).count),
};

/** `{"results": […], "next": …, "previous": …, "total_count": 37}` by limit and page; a page past the end is refused (likely, not seen). */
export const activityPaging: ToldPaging = {
	maxPageSize: 100,
	overlap: 0,
	query: ({ page: number, size }) => ({ limit: size, page: number }),
	rows,
	hasNext,
	total: (response) => numberOf(page(response).total_count),
};

/** Rows of one page; none where the response is no page. */
export const rowsIn = (response: ApiResponse): IDataObject[] => rows(response) ?? [];

/** Whether a page says that nothing follows. */
export const isLastPage = (response: ApiResponse): boolean => hasNext(response) === false;

/** Names a row of either list. */
export const rowKey = ({ id }: IDataObject): string | undefined =>
	id === undefined ? undefined : String(id);
