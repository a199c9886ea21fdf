import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { adopt, arm } from './arm';
import { drain } from './drain';
import type { DrainLimits } from './drain';
import type { FieldChange } from './fieldMemory';
import { runManualPoll } from './manual';
import { ANY_BACKLOG, packState, readState } from './state';
import { stopwatch } from './stopwatch';
import { openStore } from './store';
import { singleFlight } from './singleFlight';
import type {
	AdvanceRules,
	ChangeFeed,
	ChangeRow,
	FeedOrder,
	Happened,
	PollOptions,
	PollState,
} from './types';
import { WatchedFields } from './watchedFields';

const budgetShare = 0.8;

function limitsOf(options: PollOptions, hasTime: () => boolean): DrainLimits {
	return {
		maxRows: Math.max(1, options.maxRows ?? 500),
		maxPages: Math.max(1, options.maxPages ?? 20),
		hasTime,
	};
}

function rulesOf(feed: ChangeFeed, options: PollOptions, fields?: WatchedFields): AdvanceRules {
	return {
		order: feed.order,
		overlapMs: feed.overlapMs,
		event: options.event,
		creationToleranceMs: options.creationToleranceMs ?? 2_000,
		matches: options.matches ?? (() => true),
		tellsEvent: options.tellsEvent,
		...(fields ? { fields: fields.rules } : {}),
	};
}

/**
 * Items in order of time, oldest first; null when there are none, since n8n would run on an empty list. Rows of one
 * moment keep the order of the feed, which is turned round where the newest comes first.
 */
function toItems(
	rows: ChangeRow[],
	order: FeedOrder,
	{ present = (json) => json }: PollOptions,
): INodeExecutionData[][] | null {
	if (rows.length === 0) return null;
	const inOrder = order === 'descending' ? [...rows].reverse() : [...rows];
	inOrder.sort((a, b) => a.changedAt - b.changedAt);
	return [
		inOrder.map(({ json, change, happened }) => ({
			json: { ...eventOf(happened), ...present(json), ...changeOf(change) },
		})),
	];
}

/** First in the item, so that people see it; a record's own field of that name stays what it is. */
const eventOf = (happened: Happened | undefined): IDataObject =>
	happened ? { event: happened } : {};

const changeOf = (change: FieldChange | undefined): IDataObject => (change ? { ...change } : {});

/** Whether the user has set or changed `Changes Since` after the trigger was armed. */
const wantsToGoBack = ({ backlogKey }: PollState, options: PollOptions): boolean =>
	options.backlogKey !== undefined &&
	backlogKey !== ANY_BACKLOG &&
	backlogKey !== options.backlogKey;

/** What one poll has read, and the state to keep. */
interface Outcome {
	emit: ChangeRow[];
	state: PollState;
	fault?: Error;
	/** Whether anything was read. */
	hasRead: boolean;
}

async function readOn(
	context: IPollFunctions,
	feed: ChangeFeed,
	options: PollOptions,
	{ start, budgetMs }: { start: PollState; budgetMs: number },
): Promise<Outcome> {
	const hasTime = stopwatch(budgetMs * budgetShare);
	const fields = options.fields && new WatchedFields(options.fields, start);
	if (fields) {
		const walk = await fields.readAll(hasTime).then(
			(isAll) => ({ isAll, fault: undefined }),
			(fault: Error) => ({ isAll: false, fault }),
		);
		const state = fields.keepIn(start, context);
		if (!walk.isAll) return { emit: [], state, fault: walk.fault, hasRead: true };
	}
	const limits = limitsOf(options, hasTime);
	const drained = await drain(feed, start, rulesOf(feed, options, fields), limits);
	const state = fields ? fields.keepIn(drained.state, context) : drained.state;
	return { ...drained, state, hasRead: drained.pages > 0 || fields !== undefined };
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
	const store = openStore(context, {
		scope: options.scope,
		read: readState,
		pack: packState,
		adopt: (other) => adopt(other, options),
	});
	if (store.isOutdated) return null;
	const kept = store.state && !wantsToGoBack(store.state, options) ? store.state : undefined;
	const armed = kept ? undefined : await arm(feed, options, store.nextGeneration);
	const start = kept ?? armed;
	if (!start) return null;

	const { emit, state, fault, hasRead } = await readOn(context, feed, options, { start, budgetMs });
	const isEmpty = emit.length === 0;
	if (isEmpty && hasRead) store.note(state);
	if (isEmpty && fault) throw fault;
	const isReplaced = store.replace(state, armed && (isEmpty ? state : armed), !isEmpty);
	return isReplaced ? toItems(emit, feed.order, options) : null;
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
