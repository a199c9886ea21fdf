import { agreedMoment } from './plausible';
import type { ChangeFeed, PollOptions, PollState } from './types';

const defaultClockSkewMs = 2_000;

/** The moment from which on changes count: the service's clock, or its newest row where it has none. */
async function armingMoment(feed: ChangeFeed): Promise<number> {
	const newest = async () => (await feed.newest(1))[0]?.changedAt;
	const serverNow = await feed.now();
	if (serverNow === undefined) return (await newest()) ?? 0;
	const agreed =
		feed.hasClock === false ? serverNow : await agreedMoment(serverNow, Date.now(), newest);
	return agreed - (feed.clockSkewMs ?? defaultClockSkewMs);
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
		v: 2,
		...belonging(options),
		generation,
		floor: moment,
		watermark: moment,
		from: moment,
		newest: moment,
		seen: {},
		...(backlog === undefined ? { arming: true } : {}),
	};
}

/** What a state says about whom it belongs to. */
function belonging({ scope, feed, timeline, backlogKey }: PollOptions) {
	return {
		scope,
		...(feed === undefined ? {} : { feed }),
		...(timeline === undefined ? {} : { timeline }),
		...(backlogKey === undefined ? {} : { backlogKey }),
	};
}

/**
 * Goes on from a state of another scope, so that what has happened since the last poll is not lost when a trigger is
 * changed. With the same feed nothing else changes. Another feed on the same time line begins where the old one had got
 * to; its earlier rows are not reported.
 *
 * @returns undefined when the two have no time line in common
 */
export function adopt(other: PollState, options: PollOptions): PollState | undefined {
	const isFirstVersion = other.timeline === undefined;
	if (options.timeline === undefined) return undefined;
	if (!isFirstVersion && other.timeline !== options.timeline) return undefined;
	const { scope, feed, timeline } = options;
	const mine = { ...other, scope, timeline, ...(feed === undefined ? {} : { feed }) };
	if (isFirstVersion || (feed !== undefined && other.feed === feed)) return mine;
	const floor = Math.max(other.watermark, other.upTo ?? 0);
	const from = Math.max(other.from, floor);
	const next = { ...mine, floor, watermark: Math.max(other.watermark, from), from };
	delete next.pass;
	return next;
}
