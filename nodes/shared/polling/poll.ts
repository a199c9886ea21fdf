import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { arm } from './arm';
import { drain } from './drain';
import type { Drained, DrainLimits } from './drain';
import { runManualPoll } from './manual';
import { readState } from './state';
import { openStore } from './store';
import { singleFlight } from './singleFlight';
import type { AdvanceRules, ChangeFeed, ChangeRow, FeedOrder, PollOptions } from './types';

const budgetShare = 0.8;

function limitsOf(options: PollOptions, budgetMs: number): DrainLimits {
	return {
		maxRows: Math.max(1, options.maxRows ?? 500),
		maxPages: Math.max(1, options.maxPages ?? 20),
		budgetMs: budgetMs * budgetShare,
	};
}

function rulesOf(feed: ChangeFeed, options: PollOptions): AdvanceRules {
	return {
		order: feed.order,
		overlapMs: feed.overlapMs,
		event: options.event,
		creationToleranceMs: options.creationToleranceMs ?? 2_000,
		matches: options.matches ?? (() => true),
	};
}

/**
 * Items in order of time, oldest first; null when there are none, since n8n would run on an empty list. Rows of one
 * moment keep the order of the feed, which is turned round where the newest comes first.
 */
function toItems(rows: ChangeRow[], order: FeedOrder): INodeExecutionData[][] | null {
	if (rows.length === 0) return null;
	const inOrder = order === 'descending' ? [...rows].reverse() : [...rows];
	inOrder.sort((a, b) => a.changedAt - b.changedAt);
	return [inOrder.map((row) => ({ json: row.json }))];
}

/**
 * Reads on from the kept state and replaces it, once, as the last thing before the rows are handed out.
 * A fault of the feed is thrown only when there is nothing to hand out; else the next poll meets it.
 */
async function pollOnce(
	context: IPollFunctions,
	feed: ChangeFeed,
	options: PollOptions,
	budgetMs: number,
): Promise<INodeExecutionData[][] | null> {
	const store = openStore(context, options.scope, readState);
	const armed = store.state ? undefined : await arm(feed, options, store.nextGeneration);
	const start = store.state ?? armed;
	if (!start) return null;

	const drained: Drained = await drain(
		feed,
		start,
		rulesOf(feed, options),
		limitsOf(options, budgetMs),
	);
	const isEmpty = drained.emit.length === 0;
	if (isEmpty && drained.pages > 0) store.note(drained.state);
	if (isEmpty && drained.fault) throw drained.fault;
	const isReplaced = store.replace(drained.state, armed && (isEmpty ? drained.state : armed));
	return isReplaced ? toItems(drained.emit, feed.order) : null;
}

/**
 * Runs one poll of a trigger: the whole body of a node's `poll()`.
 *
 * In an active workflow the first poll only arms the trigger (unless a backlog is asked for); each later
 * one hands out what changed since, oldest first, and continues where the last one had to stop. A manual
 * run shows the newest rows and leaves the state alone. Two polls of one node do not run at once.
 *
 * @returns the items, or null when there are none
 * @throws what the feed throws, with the state untouched; for a manual run without rows, a readable text
 */
export async function runPoll(
	context: IPollFunctions,
	feed: ChangeFeed,
	options: PollOptions,
): Promise<INodeExecutionData[][] | null> {
	if (context.getMode() === 'manual') return await runManualPoll(context, feed, options);
	return await singleFlight(
		context,
		async (budgetMs) => await pollOnce(context, feed, options, budgetMs),
	);
}
