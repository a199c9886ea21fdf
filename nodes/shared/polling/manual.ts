import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { ChangeFeed, PollOptions } from './types';

/** One is what n8n's own polling triggers show, and enough to build the rest of a workflow on. */
const defaultManualLimit = 1;

/**
 * What a manual run shows: the newest rows that pass the user's filter, newest first. Reads and writes no
 * state. Throws when there is nothing to show.
 */
export async function runManualPoll(
	context: IPollFunctions,
	feed: ChangeFeed,
	options: PollOptions,
): Promise<INodeExecutionData[][]> {
	const limit = options.manualLimit ?? defaultManualLimit;
	const rows = (await feed.newest(limit)).filter((row) => options.matches?.(row) ?? true);
	if (rows.length === 0) throw nothingToShow(context, options.rowsName);
	return [rows.slice(0, limit).map((row) => ({ json: row.json }))];
}

/** What a manual run says that has nothing to show. `name` is the plural of what the trigger reports. */
export function nothingToShow(context: IPollFunctions, name = 'records'): NodeOperationError {
	return new NodeOperationError(context.getNode(), `No ${name} to show for this test`, {
		description:
			'There are none yet, or none of the newest match the filter. Create one, or widen the filter, and run the test again. The active workflow is not affected.',
	});
}
