import type { IDataObject } from 'n8n-workflow';

import type { ListPage } from '../../shared/request/listPage';
import { serverNow } from '../../shared/request/serverClock';
import type { ChangeFeed, ChangePage, ChangeRow } from '../../shared/polling';
import { numericId, readByOffset, rowVersion } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import type { ApiResponse } from '../../shared/request/types';
import { formatSince, parseUtc } from '../api/formats';
import { COUNTED, isPage, PAGE_SIZE, pageOf } from '../api/paging';
import type { RecordType } from '../resources/types';

/** A search may not know of a change at once; nobody has published how long that takes. */
const OVERLAP_MS = 2 * 60_000;

/** Times are whole seconds, and `updated_after_utc` means strictly after (*observed*). */
const ONE_SECOND = 1_000;

/**
 * How far back a manual run looks for something to show, in hours, until it finds enough. Only here does the clock of
 * this machine count, and only for where to begin looking.
 */
const LOOK_BACK_HOURS = [1, 24, 24 * 30, 24 * 365, 24 * 3_650];

const HOUR_MS = 3_600_000;

/** The most pages of one stretch that a manual run reads. */
const LOOK_BACK_PAGES = 20;

/** These change by themselves, without the record being changed. */
const VOLATILE_KEYS = ['ETag', 'LAST_ACTIVITY_DATE_UTC', 'NEXT_ACTIVITY_DATE_UTC'];

/** What the user narrows the feed down to, searched for by the server. */
export interface FieldFilter {
	name: string;
	value: string;
}

/**
 * Records of one type that changed since a moment, from `/Search?updated_after_utc`: the list itself ignores that
 * parameter (*observed*). Comes by ascending ID, cannot be sorted, and has no end date.
 */
export function insightlyChanges(
	client: ApiClient,
	type: RecordType,
	filter: FieldFilter | undefined,
): ChangeFeed {
	const search = async (since: number, skip: number, top = PAGE_SIZE): Promise<ApiResponse> =>
		await client.send({
			method: 'GET',
			path: `${type.path}/Search`,
			accepts: isPage,
			query: {
				updated_after_utc: formatSince(secondBefore(since)),
				...(filter ? { field_name: filter.name, field_value: filter.value } : {}),
				...COUNTED,
				top,
				skip,
			},
		});
	const page = async (since: number, cursor?: string): Promise<ChangePage> =>
		await readByOffset(
			{
				order: 'id',
				pageSize: PAGE_SIZE,
				read: async (skip, top) => changePage(client, await search(since, skip, top), type),
			},
			cursor,
		);

	return {
		order: 'id',
		overlapMs: OVERLAP_MS,
		page,
		now: async () => serverNow(await search(FAR_AHEAD, 0, 1)),
		newest: async (limit) => await newestRows(page, limit),
	};
}

/** The last whole second before a moment: what comes strictly after it is everything from the moment on. */
const secondBefore = (since: number): number => Math.floor((since - 1) / ONE_SECOND) * ONE_SECOND;

/** Later than any change, so that the answer is empty and only its Date header counts. */
const FAR_AHEAD = Date.UTC(2099, 0, 1);

/** One page of records as rows of a feed, with what it tells of the list's end. */
export function changePage(
	client: ApiClient,
	response: ApiResponse,
	type: RecordType,
): ListPage<ChangeRow> {
	const page = pageOf(response);
	return { ...page, rows: page.rows.map((row) => changeRow(client, row, type)) };
}

/**
 * A row without any date counts as ancient: it stays in its place, so that offsets still fit, and is not reported.
 * @throws NodeApiError for a row without a usable ID: the list goes by IDs.
 */
export function changeRow(client: ApiClient, json: IDataObject, type: RecordType): ChangeRow {
	if (numericId(json?.[type.idKey]) === undefined) {
		throw client.apiError({
			message: `Insightly sent a record without a usable ${type.idKey}`,
			description:
				'The trigger goes by IDs, so it reports nothing until the answer is in order again.',
		});
	}
	const createdAt = parseUtc(json[type.createdKey ?? '']);
	const changedAt = parseUtc(json[type.updatedKey ?? '']) ?? createdAt ?? 0;
	return {
		id: String(json[type.idKey]),
		createdAt,
		changedAt,
		version: rowVersion(json, changedAt, VOLATILE_KEYS),
		json,
	};
}

/** Looks back further and further until there is something, then at all of that stretch. */
async function newestRows(
	page: (since: number, cursor?: string) => Promise<ChangePage>,
	limit: number,
): Promise<ChangeRow[]> {
	let found: ChangeRow[] = [];
	for (const hours of LOOK_BACK_HOURS) {
		found = await rowsSince(page, Date.now() - hours * HOUR_MS);
		if (found.length >= limit) break;
	}
	return found.sort((a, b) => b.changedAt - a.changedAt).slice(0, limit);
}

async function rowsSince(
	page: (since: number, cursor?: string) => Promise<ChangePage>,
	since: number,
): Promise<ChangeRow[]> {
	const rows = new Map<string, ChangeRow>();
	let cursor: string | undefined;
	for (let pages = 0; pages < LOOK_BACK_PAGES; pages++) {
		const answer = await page(since, cursor);
		for (const row of answer.rows) rows.set(row.id, row);
		cursor = answer.next;
		if (cursor === undefined) break;
	}
	return [...rows.values()];
}
