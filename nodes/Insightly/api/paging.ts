import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import type { ListPage } from '../../shared/request/listPage';
import { readList, type ReadList } from '../../shared/request/paginate';
import type { ListOptions } from '../../shared/request/rowCollector';
import { isRowList, rowsOf } from '../../shared/request/rows';
import { serverNow } from '../../shared/request/serverClock';
import type { ApiRequest, ApiResponse } from '../../shared/request/types';
import { parseUtc } from './formats';

/** More than this is clamped, not refused (*observed*). */
export const PAGE_SIZE = 500;

/** Asks for the total in the X-Total-Count header (v3.1 specification, *observed*). */
export const COUNTED = { count_total: true };

/** Anything else is no page of a list. */
export const isPage = isRowList;

/** One page: a bare list; only the header of a counted one tells where it ends. */
export function pageOf(response: ApiResponse): ListPage {
	const rows = rowsOf(response.body);
	const total = Number(response.headers['x-total-count'] ?? NaN);
	return {
		rows,
		received: rows.length,
		...(Number.isInteger(total) && total >= 0 ? { total } : {}),
		serverNow: serverNow(response),
	};
}

/** What reading a list has to know about its rows. */
export interface ListRows {
	/** Property that names a row; rows without one are all taken. */
	idKey?: string;
	createdKey?: string;
	/** A list that may well be shorter than one page is counted with it, so that nobody has to look for a second one. */
	isFiltered?: boolean;
}

/** A row is as old as it says only if it was made well before the first page was: clocks differ. */
const CLOCK_LEEWAY_MS = 60_000;

/** Reads a list page by page, by `top` and `skip`. Lists come in ascending ID (*observed*), so new rows come last. */
export const readPages = async (
	client: ApiClient,
	request: ApiRequest,
	{ idKey = '', createdKey = '', isFiltered }: ListRows,
	options: Omit<ListOptions, 'key'>,
): Promise<ReadList> =>
	await readList(
		{
			by: 'offset',
			maxPageSize: PAGE_SIZE,
			alwaysCounts: isFiltered,
			read: async ({ offset, size, wantsTotal }) => {
				const place = { ...(wantsTotal ? COUNTED : {}), top: size, skip: offset };
				const query = { ...request.query, ...place };
				return pageOf(await client.send({ ...request, accepts: isPage, query }));
			},
			wasThere: (row, moment) => {
				const created = parseUtc(row[createdKey]);
				return created === undefined ? undefined : created < moment - CLOCK_LEEWAY_MS;
			},
		},
		{ ...options, key: keyBy(idKey) },
	);

const keyBy =
	(idKey: string) =>
	(row: IDataObject): string | number | undefined => {
		const id = row[idKey];
		return id === undefined || typeof id === 'number' ? id : String(id);
	};
