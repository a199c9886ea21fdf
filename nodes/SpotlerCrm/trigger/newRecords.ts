import type { IDataObject } from 'n8n-workflow';

import type { ChangeFeed, ChangePage, ChangeRow } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import { formatWallTime } from '../api/formats';
import { newRow, readFeedPage } from './feedPages';
import type { Watched } from './watched';

/** IDs below the newest one that are read again: a record may become visible after one that was made later. */
const ID_OVERLAP = 50;

/** A list that is read from its end is followed for so many blocks at most. */
const MAX_BLOCKS = 500;

/**
 * Records of one object that are new, by ID: IDs rise, need no clock and no zone, and every object has them. What the
 * engine takes for times are IDs here.
 */
export function newRecords(client: ApiClient, watched: Watched): ChangeFeed {
	const newest = async (limit: number): Promise<ChangeRow[]> => {
		const options = { q: watched.query, order: { id: 'desc' }, limit };
		const { envelopes } = await readFeedPage(client, watched, options);
		return envelopes.map((envelope) => newRow(watched, envelope));
	};
	const page = async (since: number, cursor?: string): Promise<ChangePage> => {
		const above = cursor === undefined ? since - 1 : Number(cursor);
		const options = { q: { ...watched.query, id: { $gt: above } }, order: { id: 'asc' } };
		const { envelopes, isLast } = await readFeedPage(client, watched, options);
		const rows = envelopes.map((envelope) => newRow(watched, envelope));
		if (rows.some(({ changedAt }) => changedAt <= above)) {
			return { rows: await readDownTo(client, watched, above) };
		}
		return { rows, ...(isLast ? {} : { next: rows[rows.length - 1].id }) };
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
		const rows = envelopes.map((envelope) => newRow(watched, envelope));
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
	if (from) return newRow(watched, from).changedAt;
	return newest ? newRow(watched, newest).changedAt + 1 : 0;
}
