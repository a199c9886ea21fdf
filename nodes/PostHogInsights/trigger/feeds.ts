import type { IDataObject } from 'n8n-workflow';

import type { ChangeFeed, ChangePage, ChangeRow, OffsetPage } from '../../shared/polling';
import { readByOffset, rowVersion } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import { goesOn } from '../../shared/request/listPage';
import type { ApiResponse } from '../../shared/request/types';
import { serverNow } from '../../shared/request/serverClock';
import { isPage, pageOf } from '../api/paging';
import { insightActivityPath, projectActivityPath } from '../resources/activity';
import { sendAboutInsight, type InsightRef } from '../resources/insight';
import { projectPath } from '../resources/project';

/** Lists are read from the database that is written to; a minute covers transactions that end late. */
const OVERLAP_MS = 60_000;

/** `created_date_from` means strictly later (PostHog's insight API). */
const ONE_SECOND = 1_000;

export const PAGE_SIZE = 50;

/** These change by themselves, without the insight being changed. */
const VOLATILE_KEYS = ['last_refresh', 'refreshing', 'last_viewed_at', 'user_access_level'];

const timeOf = (value: unknown): number => Date.parse(String(value ?? ''));

/**
 * Insights of a project by the time of their creation or change, newest first. Changes are sorted by `updated_at`:
 * `last_modified_at` does not move when only the query, the tags or the star changed (PostHog's insight model), and
 * there is no filter for `updated_at`. The filter for the creation is new: a server that does not know it sends
 * everything, and the engine passes over what is too old.
 */
export function insightChanges(
	client: ApiClient,
	project: string,
	by: 'created_at' | 'updated_at',
	filters: IDataObject,
): ChangeFeed {
	const read = async (offset: number, limit: number, since?: number): Promise<ApiResponse> =>
		await client.send({
			method: 'GET',
			path: projectPath(project, '/insights/'),
			accepts: isPage,
			query: {
				...filters,
				basic: true,
				order: `-${by}`,
				limit,
				offset,
				...(by === 'created_at' && since !== undefined && since > 0
					? { created_date_from: new Date(since - ONE_SECOND).toISOString() }
					: {}),
			},
		});
	const rowsIn = (response: ApiResponse): ChangeRow[] => insightRows(response, by);
	const page = async (since: number, skip: number, top: number): Promise<OffsetPage> => {
		const response = await read(skip, top, since);
		const told = pageOf(response);
		const [first, last] = [told.rows[0], told.rows[told.rows.length - 1]];
		const edges = first && { first: String(first.id), last: String(last.id) };
		return { ...told, rows: rowsIn(response), edges };
	};

	return {
		order: 'descending',
		overlapMs: OVERLAP_MS,
		page: async (since, cursor) => {
			const pageOfList = async (skip: number, top: number) => await page(since, skip, top);
			const list = { order: 'descending' as const, pageSize: PAGE_SIZE, read: pageOfList };
			return await readByOffset(list, cursor);
		},
		now: async () => serverNow(await read(0, 1)),
		newest: async (limit) => rowsIn(await read(0, limit)),
	};
}

/** Insights of a page that say when they were made or changed. */
export const insightRows = (response: ApiResponse, by: 'created_at' | 'updated_at'): ChangeRow[] =>
	pageOf(response).rows.flatMap((json) => insightRow(json, by) ?? []);

function insightRow(json: IDataObject, by: 'created_at' | 'updated_at'): ChangeRow | undefined {
	const changedAt = timeOf(json[by]);
	if (Number.isNaN(changedAt)) return undefined;
	return {
		id: String(json.id),
		createdAt: timeOf(json.created_at),
		changedAt,
		version: rowVersion(json, changedAt, VOLATILE_KEYS),
		json,
	};
}

/**
 * Entries of the activity log, of a project or of one insight, newest first. The log knows pages and no filters.
 * @param of the insight, or the ID of the project
 */
export function activityChanges(client: ApiClient, of: InsightRef | string): ChangeFeed {
	const read = async (page: number, limit: number): Promise<ApiResponse> => {
		const request = { method: 'GET' as const, query: { limit, page }, accepts: isPage };
		return typeof of === 'string'
			? await client.send({ ...request, path: projectActivityPath(of) })
			: await sendAboutInsight(client, of, (ref) => ({
					...request,
					path: insightActivityPath(ref),
				}));
	};
	const rowsIn = (response: ApiResponse): ChangeRow[] =>
		pageOf(response).rows.flatMap((json) => activityRow(json) ?? []);

	return {
		order: 'descending',
		overlapMs: OVERLAP_MS,
		page: async (_since, cursor): Promise<ChangePage> => {
			const page = Number(cursor ?? 1);
			const response = await read(page, PAGE_SIZE);
			return {
				rows: rowsIn(response),
				serverNow: serverNow(response),
				...(isOn(response, page) ? { next: String(page + 1) } : {}),
			};
		},
		now: async () => serverNow(await read(1, 1)),
		// Which of them the user wants is only known afterwards.
		newest: async (limit) =>
			await newestEntries(async (page) => await read(page, PAGE_SIZE), rowsIn, limit),
	};
}

/** Whether the log goes on after one of its pages; there may be none past the end. */
const isOn = (response: ApiResponse, page: number): boolean =>
	goesOn(pageOf(response), {
		offset: (page - 1) * PAGE_SIZE,
		size: PAGE_SIZE,
		mayAskBeyond: false,
	});

/** The newest entries, page by page: at least one page. */
async function newestEntries(
	read: (page: number) => Promise<ApiResponse>,
	rowsIn: (response: ApiResponse) => ChangeRow[],
	limit: number,
): Promise<ChangeRow[]> {
	const rows: ChangeRow[] = [];
	for (let page = 1; rows.length < limit; page++) {
		const response = await read(page);
		rows.push(...rowsIn(response));
		if (!isOn(response, page)) break;
	}
	return rows;
}

function activityRow(json: IDataObject): ChangeRow | undefined {
	const at = timeOf(json.created_at);
	if (Number.isNaN(at)) return undefined;
	return {
		id: String(json.id),
		createdAt: at,
		changedAt: at,
		version: rowVersion(json, at),
		json,
	};
}
