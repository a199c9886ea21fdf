import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

/** Polls under way in this process, by workflow and node, each with the moment it is given up on. */
const underWay = new Map<string, { until: number }>();

/**
 * Keeps two polls of one node from running at once: n8n starts the next poll at its time even when the
 * one before is still busy.
 *
 * @param key workflow and node
 * @param lifetimeMs how long a poll holds its place if it never comes back
 * @returns a function that gives the place back, or undefined while another poll holds it
 */
function enterPoll(key: string, lifetimeMs: number): (() => void) | undefined {
	const now = Date.now();
	const other = underWay.get(key);
	if (other && other.until > now) return undefined;
	const place = { until: now + lifetimeMs };
	underWay.set(key, place);
	return () => {
		if (underWay.get(key) === place) underWay.delete(key);
	};
}

/** Forgets all polls under way, as a restart of n8n does. For tests. */
export function forgetPollsUnderWay(): void {
	underWay.clear();
}

const defaultBudgetMs = 300_000;

/** How long n8n lets this poll run, in ms. Older versions do not say. */
function pollBudget(context: IPollFunctions): number {
	return typeof context.getPollBudgetMs === 'function'
		? context.getPollBudgetMs()
		: defaultBudgetMs;
}

/**
 * Runs a poll unless another poll of the same node is still under way in this process.
 *
 * @param poll gets the time that n8n gives it, in ms
 * @returns what the poll returns, or null while another one runs
 */
export async function singleFlight(
	context: IPollFunctions,
	poll: (budgetMs: number) => Promise<INodeExecutionData[][] | null>,
): Promise<INodeExecutionData[][] | null> {
	const budgetMs = pollBudget(context);
	const key = `${context.getWorkflow().id ?? ''}:${context.getNode().id}`;
	const leave = enterPoll(key, 2 * budgetMs);
	if (!leave) return null;
	try {
		return await poll(budgetMs);
	} finally {
		leave();
	}
}
