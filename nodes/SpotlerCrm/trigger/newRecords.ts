import type { IDataObject } from 'n8n-workflow';

import type { ChangeFeed, ChangePage, ChangeRow } from '../../shared/polling';
import { newestPlausible } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import { formatWallTime } from '../api/formats';
import { newRow, readFeedPage } from './feedPages';
import type { Watched } from './watched';

/** IDs below the newest one that are read again: a record may become visible after one that was made later. */
const ID_OVERLAP = 50;

/** IDs rise one by one or in small steps. A single one further ahead is handed out but moves nothing. */
const MOST_SKIPPED_IDS = 1_000_000;

/** Rows that are looked at to see which of the newest can be believed. */
const NEWEST_COMPARED = 20;

/** A list that is read from its end is followed for so many blocks at most. */
const MAX_BLOCKS = 500;

/**
 * Records of one object that are new, by ID: IDs rise, need no clock and no zone, and every object has them. What the
 * engine takes for times are IDs here.
 */
export function newRecords(client: ApiClient, watched: Watched): ChangeFeed {
	const newest = async (limit: number): Promise<ChangeRow[]> => {
		const asked = isArming(limit) ? NEWEST_COMPARED : limit;
		const options = { q: watched.query, order: { id: 'desc' }, limit: asked };
		const { envelopes } = await readFeedPage(client, watched, options);
		const rows = envelopes.map((envelope) => newRow(client, watched, envelope));
		return isArming(limit) ? believedFirst(rows) : rows;
	};
	const page = async (since: number, cursor?: string): Promise<ChangePage> => {
		const above = cursor === undefined ? since - 1 : Number(cursor);
		const options = { q: { ...watched.query, id: { $gt: above } }, order: { id: 'asc' } };
		const { envelopes, isLast } = await readFeedPage(client, watched, options);
		const rows = envelopes.map((envelope) => newRow(client, watched, envelope));
		if (rows.some(({ changedAt }) => changedAt <= above)) {
			return { rows: await readDownTo(client, watched, above) };
		}
		const next = isLast ? {} : { next: rows[rows.length - 1].id };
		return { rows, plausibleUntil: since + MOST_SKIPPED_IDS, ...next };
	};
	return {
		order: 'ascending',
		overlapMs: ID_OVERLAP,
		clockSkewMs: 0,
		page,
		now: async () => undefined,
		newest,
	};
}

/** The engine asks for one row when it begins where the newest one stands. */
const isArming = (limit: number): boolean => limit === 1;

/** The newest row that can be believed, where one or two have an ID from far ahead of the others. */
function believedFirst(rows: ChangeRow[]): ChangeRow[] {
	const ids = rows.map(({ changedAt }) => changedAt);
	const third = ids[Math.min(2, ids.length - 1)] ?? 0;
	const newest = newestPlausible(ids, third + MOST_SKIPPED_IDS);
	return rows.filter(({ changedAt }) => changedAt === newest).slice(0, 1);
}

/**
 * For servers that do not compare IDs: the list from its end, block by block, until known ground. Page 1 may be the first
 * block over again, or the second one; the ID tells.
 */
async function readDownTo(
	client: ApiClient,
	watched: Watched,
	above: number,
): Promise<ChangeRow[]> {
	const found = new Map<string, ChangeRow>();
	for (let page = 0; page < MAX_BLOCKS; page++) {
		const options = { q: watched.query, order: { id: 'desc' }, ...(page > 0 ? { page } : {}) };
		const { envelopes, isLast } = await readFeedPage(client, watched, options);
		const rows = envelopes.map((envelope) => newRow(client, watched, envelope));
		const fresh = rows.filter(({ changedAt }) => changedAt > above);
		for (const row of fresh) found.set(row.id, row);
		if (isLast || fresh.length < rows.length) break;
	}
	return [...found.values()].sort((a, b) => a.changedAt - b.changedAt);
}

/** The first ID that was made at a moment (of the CRM's own clock) or later; one above the newest if there is none. */
export async function firstIdSince(
	client: ApiClient,
	watched: Watched,
	createdKey: string,
	wallTime: number,
): Promise<number> {
	const q: IDataObject = { [createdKey]: { $gte: formatWallTime(wallTime) } };
	const first = await readFeedPage(client, watched, { q, order: { id: 'asc' }, limit: 1 });
	const last = await readFeedPage(client, watched, {
		q: undefined,
		order: { id: 'desc' },
		limit: 1,
	});
	const [from, newest] = [first, last].map(({ envelopes }) => envelopes[0]);
	if (from) return newRow(client, watched, from).changedAt;
	return newest ? newRow(client, watched, newest).changedAt + 1 : 0;
}
