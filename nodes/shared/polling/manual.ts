import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { sampleHappened } from './events';
import type { ChangeFeed, ChangeRow, PollOptions } from './types';

/** One is what n8n's own polling triggers show, and enough to build the rest of a workflow on. */
const defaultManualLimit = 1;

/** How many of the newest rows are looked at, one step after the other, until some match the user's filter. */
const LOOKS = [1, 50, 500, 2_000];

/**
 * What a manual run shows: the newest rows that pass the user's filter, newest first. Reads and writes no
 * state. Throws when there is nothing to show, saying what was looked at.
 */
export async function runManualPoll(
	context: IPollFunctions,
	feed: ChangeFeed,
	options: PollOptions,
): Promise<INodeExecutionData[][]> {
	const limit = options.manualLimit ?? defaultManualLimit;
	const { rows, lookedAt } = await findNewest(feed, options, limit);
	if (rows.length === 0) throw nothingToShow(context, options.rowsName, lookedAt);
	return [rows.slice(0, limit).map((row) => ({ json: sampleOf(row, options) }))];
}

async function findNewest(
	feed: ChangeFeed,
	{ matches = () => true }: PollOptions,
	limit: number,
): Promise<{ rows: ChangeRow[]; lookedAt: number }> {
	let lookedAt = 0;
	let rows: ChangeRow[] = [];
	for (const look of LOOKS) {
		const wanted = Math.max(look, limit);
		const newest = await feed.newest(wanted);
		rows = newest.filter(matches);
		const isAll = newest.length < wanted || newest.length <= lookedAt;
		lookedAt = Math.max(lookedAt, newest.length);
		if (rows.length > 0 || isAll) break;
	}
	return { rows, lookedAt };
}

/** A sample has the form of what the active trigger hands out. */
function sampleOf(row: ChangeRow, options: PollOptions): IDataObject {
	const { present = (json) => json, fields, event, tellsEvent } = options;
	return {
		...(tellsEvent ? { event: sampleHappened(row, event) } : {}),
		...present(row.json),
		...(fields ? { changedFields: fields.names, previous: {} } : {}),
	};
}

/**
 * What a manual run says that has nothing to show.
 *
 * @param name the plural of what the trigger reports
 * @param lookedAt how many of the newest were looked at in vain
 */
export function nothingToShow(
	context: IPollFunctions,
	name = 'records',
	lookedAt = 0,
): NodeOperationError {
	const reason =
		lookedAt === 0
			? 'There are none yet, or none that match. Create one, or widen the filter'
			: `The newest ${lookedAt.toLocaleString('en')} were looked at, and none of them matches. Change one so that it does, or widen the filter`;
	return new NodeOperationError(context.getNode(), `No ${name} to show for this test`, {
		description: `${reason}, and run the test again. The active workflow is not affected.`,
	});
}
