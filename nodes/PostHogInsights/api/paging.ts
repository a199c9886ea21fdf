import type { IDataObject } from 'n8n-workflow';

import { isObject, rowsOf } from '../../shared/request/rows';
import type { OffsetPaging } from '../../shared/request/paginate';
import type { ApiResponse } from '../../shared/request/types';

const envelope = ({ body }: ApiResponse): IDataObject => (isObject(body) ? body : {});

const total = (value: unknown): number | undefined =>
	typeof value === 'number' ? value : undefined;

/** `{count, next, previous, results}` by limit and offset; 100 rows is the server's own page (PostHog settings). */
export const insightPaging: OffsetPaging = {
	sizeParameter: 'limit',
	offsetParameter: 'offset',
	maxPageSize: 100,
	rows: (response) => rowsOf(envelope(response).results),
	total: (response) => total(envelope(response).count),
	isLast: (response) => envelope(response).next === null,
};

/** `{results, next, previous, total_count}` by limit and page; a page past the end is refused (likely, not seen). */
export const activityPaging: OffsetPaging = {
	sizeParameter: 'limit',
	offsetParameter: 'page',
	firstPageNumber: 1,
	maxPageSize: 100,
	rows: (response) => rowsOf(envelope(response).results),
	total: (response) => total(envelope(response).total_count),
	isLast: (response) => envelope(response).next === null,
};

/** Names a row of either list. */
export const rowKey = ({ id }: IDataObject): string | undefined =>
	id === undefined ? undefined : String(id);
