import { wallTimeAt } from '../../shared/fields/dates';
import type { ChangeFeed, ChangeRow } from '../../shared/polling';
import { newestPlausible } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import { formatWallTime } from '../api/formats';
import { changeRow, readFeedPage } from './feedPages';
import type { Watched } from './watched';

const ONE_MINUTE = 60_000;
const ONE_SECOND = 1_000;

/**
 * How far dates may lie ahead of this machine's clock in the zone of the options. Three rows beyond show that the zone
 * is another one; fewer are taken for mistakes.
 */
const CLOCK_LEEWAY_MS = 75 * ONE_MINUTE;

/** Rows that are looked at to see which of the newest can be believed. */
const NEWEST_COMPARED = 20;

/**
 * Where a block of changes begins. Within one second there is no further key to go on with, so as long as blocks hold
 * nothing but that second, the walk goes by page number. Whether those count from zero or from one does not matter: the
 * first block came without a number, and the engine passes over rows that it has met.
 */
interface Place {
	from: number;
	page?: number;
}

/**
 * Records of one object that changed since a moment, in the order of their change. The API's dates carry no zone and
 * nothing says which is meant, so they are only compared with each other: the newest one is the only clock, and the hour
 * that daylight saving repeats is read again (`lookBackMinutes`).
 */
export function changedRecords(
	client: ApiClient,
	watched: Watched & { changedKey: string },
	{ lookBackMinutes, timezone }: { lookBackMinutes: number; timezone: string },
): ChangeFeed {
	const { changedKey } = watched;
	const overlapMs = lookBackMinutes * ONE_MINUTE;
	let armedAt: number | undefined;
	const plausibleUntil = () => wallTimeAt(Date.now(), timezone) + CLOCK_LEEWAY_MS;

	const newest = async (limit: number): Promise<ChangeRow[]> => {
		const order = { [changedKey]: 'desc', id: 'desc' };
		const { envelopes } = await readFeedPage(client, watched, { q: watched.query, order, limit });
		return envelopes.map((envelope) => changeRow(client, watched, envelope));
	};
	const page = async (since: number, cursor?: string) => {
		const place: Place = cursor === undefined ? { from: since } : (JSON.parse(cursor) as Place);
		const { envelopes, isLast } = await readFeedPage(client, watched, {
			q: { ...watched.query, [changedKey]: { $gte: formatWallTime(place.from) } },
			order: { [changedKey]: 'asc', id: 'asc' },
			page: place.page,
		});
		const rows = envelopes.map((envelope) => changeRow(client, watched, envelope));
		return {
			rows,
			serverNow: armedAt,
			plausibleUntil: plausibleUntil(),
			...(isLast ? {} : { next: JSON.stringify(placeAfter(place, rows)) }),
		};
	};
	/** When arming: everything in the hour before counts as known, for changes of a repeated hour will lie among it. */
	const now = async () => {
		const times = (await newest(NEWEST_COMPARED)).map(({ changedAt }) => changedAt);
		const last = newestPlausible(times, plausibleUntil());
		armedAt = last && last + ONE_SECOND;
		return last && last - overlapMs;
	};
	return { order: 'ascending', overlapMs, clockSkewMs: 0, hasClock: false, page, now, newest };
}

function placeAfter({ from, page = 0 }: Place, rows: readonly ChangeRow[]): Place {
	const last = rows[rows.length - 1].changedAt;
	return last > from ? { from: last } : { from, page: page + 1 };
}
