import type { ChangeFeed, PollOptions, PollState } from './types';

const defaultClockSkewMs = 2_000;

/** The moment from which on changes count: the service's clock, or its newest row where it has none. */
async function armingMoment(feed: ChangeFeed): Promise<number> {
	const serverNow = await feed.now();
	if (serverNow !== undefined) return serverNow - (feed.clockSkewMs ?? defaultClockSkewMs);
	const [newest] = await feed.newest(1);
	return newest?.changedAt ?? 0;
}

/**
 * The first state of a trigger. With a backlog it begins at the user's date; otherwise at the service's
 * present, and what is already there is to be noted before anything is handed out.
 */
export async function arm(
	feed: ChangeFeed,
	options: PollOptions,
	generation: number,
): Promise<PollState> {
	const { backlogSince } = options;
	const backlog = typeof backlogSince === 'function' ? await backlogSince() : backlogSince;
	const moment = backlog ?? (await armingMoment(feed));
	return {
		v: 1,
		scope: options.scope,
		generation,
		floor: moment,
		watermark: moment,
		from: moment,
		newest: moment,
		seen: {},
		...(backlog === undefined ? { arming: true } : {}),
	};
}
