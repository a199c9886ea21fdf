import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../shared/operations/run';
import type { ChangeFeed, ChangePage, ChangeRow } from '../shared/polling';
import { rowVersion } from '../shared/polling';
import type { ApiClient } from '../shared/request/client';
import type { ApiResponse } from '../shared/request/types';
import { formatUtc, parseUtc } from './layout';
import type { RecordType } from './recordTypes';

const PAGE_SIZE = 500;

/** A search may not know of a change at once; nobody has published how long that takes. */
const OVERLAP_MS = 2 * 60_000;

/** Times are whole seconds, and `updated_after_utc` means strictly after (*observed*). */
const ONE_SECOND = 1_000;

/** How far back a manual run looks for something to show, in days, until it finds enough. */
const LOOK_BACK_DAYS = [1, 30, 365, 3_650];

const DAY_MS = 86_400_000;

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
			query: {
				updated_after_utc: formatUtc(since - ONE_SECOND),
				...(filter ? { field_name: filter.name, field_value: filter.value } : {}),
				top,
				skip,
			},
		});

	return {
		order: 'id',
		overlapMs: OVERLAP_MS,
		page: async (since, cursor) => {
			const skip = Number(cursor ?? 0);
			return changePage(await search(since, skip), type, skip);
		},
		now: async () => serverNow(await search(FAR_AHEAD, 0, 1)),
		newest: async (limit) => await newestRows(search, type, limit),
	};
}

/** Later than any change, so that the answer is empty and only its Date header counts. */
const FAR_AHEAD = Date.UTC(2099, 0, 1);

function changePage(response: ApiResponse, type: RecordType, skip: number): ChangePage {
	const rows = rowsOf(response.body);
	return {
		rows: rows.flatMap((row) => changeRow(row, type) ?? []),
		...(rows.length === PAGE_SIZE ? { next: String(skip + rows.length) } : {}),
		serverNow: serverNow(response),
	};
}

function changeRow(json: IDataObject, type: RecordType): ChangeRow | undefined {
	const createdAt = parseUtc(json[type.createdKey ?? '']);
	const changedAt = parseUtc(json[type.updatedKey ?? '']) ?? createdAt;
	if (changedAt === undefined) return undefined;
	return {
		id: String(json[type.idKey]),
		createdAt,
		changedAt,
		version: rowVersion(json, changedAt, VOLATILE_KEYS),
		json,
	};
}

/** The Date header of an answer is the server's clock, to the second. */
function serverNow({ headers }: ApiResponse): number | undefined {
	const now = Date.parse(headers.date ?? '');
	return Number.isNaN(now) ? undefined : now;
}

async function newestRows(
	search: (since: number, skip: number) => Promise<ApiResponse>,
	type: RecordType,
	limit: number,
): Promise<ChangeRow[]> {
	let rows: ChangeRow[] = [];
	for (const days of LOOK_BACK_DAYS) {
		const response = await search(Date.now() - days * DAY_MS, 0);
		rows = changePage(response, type, 0).rows;
		if (rows.length >= limit) break;
	}
	return rows.sort((a, b) => b.changedAt - a.changedAt).slice(0, limit);
}
