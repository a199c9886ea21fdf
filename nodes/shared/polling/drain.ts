import { advance } from './advance';
import type { AdvanceRules, ChangeFeed, ChangePage, ChangeRow, PollState } from './types';

/** How much one poll may do. */
export interface DrainLimits {
	maxRows: number;
	maxPages: number;
	/** Whether there is time for another page. */
	hasTime(): boolean;
}

/** What a poll has read. */
export interface Drained {
	emit: ChangeRow[];
	/** With a `pass` when the feed goes on. */
	state: PollState;
	/** What the feed threw, with everything before it taken into account. */
	fault?: Error;
	/** Pages read. */
	pages: number;
}

type Answer = { page: ChangePage } | { fault: Error };

async function ask(feed: ChangeFeed, state: PollState): Promise<Answer> {
	const { since, cursor } = state.pass ?? { since: state.from, cursor: undefined };
	return await feed.page(since, cursor).then(
		(page) => ({ page }),
		(fault: Error) => ({ fault }),
	);
}

/**
 * Reads a feed page by page until it ends or a limit is reached. Never throws for the feed: a fault ends
 * the reading, and what was read before it stands.
 */
export async function drain(
	feed: ChangeFeed,
	start: PollState,
	rules: AdvanceRules,
	limits: DrainLimits,
): Promise<Drained> {
	const drained: Drained = { emit: [], state: start, pages: 0 };
	do {
		const answer = await ask(feed, drained.state);
		if ('fault' in answer) return { ...drained, fault: answer.fault };
		const room = limits.maxRows - drained.emit.length;
		const step = advance(drained.state, answer.page, rules, room);
		drained.emit.push(...step.emit);
		drained.state = step.next;
		drained.pages += 1;
	} while (
		drained.state.pass &&
		drained.emit.length < limits.maxRows &&
		drained.pages < limits.maxPages &&
		limits.hasTime()
	);
	return drained;
}
