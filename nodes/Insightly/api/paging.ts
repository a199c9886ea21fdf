import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import { offsetPaginate, type ListOptions, type OffsetPaging } from '../../shared/request/paginate';
import { isRowList, rowsOf } from '../../shared/request/rows';
import type { ApiRequest } from '../../shared/request/types';

/** More than this is clamped, not refused (*observed*). */
export const PAGE_SIZE = 500;

/** `top` and `skip`. Lists come in ascending ID (*observed*); `count_total` adds X-Total-Count to the headers. */
const PAGING: OffsetPaging = {
	isPage: isRowList,
	sizeParameter: 'top',
	offsetParameter: 'skip',
	maxPageSize: PAGE_SIZE,
	rows: ({ body }) => rowsOf(body),
	totalRequest: { count_total: true },
	total: ({ headers }) => {
		const total = Number(headers['x-total-count'] ?? NaN);
		return Number.isInteger(total) ? total : undefined;
	},
};

/**
 * Reads a list page by page.
 * @param idKey property that names a row; rows without one are all taken
 */
export const readPages = async (
	client: ApiClient,
	request: ApiRequest,
	idKey: string | undefined,
	options: Omit<ListOptions, 'key'>,
): Promise<IDataObject[]> =>
	await offsetPaginate(client, request, PAGING, { ...options, key: keyBy(idKey) });

const keyBy =
	(idKey = '') =>
	(row: IDataObject): string | number | undefined => {
		const id = row[idKey];
		return id === undefined || typeof id === 'number' ? id : String(id);
	};
