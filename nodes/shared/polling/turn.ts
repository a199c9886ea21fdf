import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { enterPoll } from './guard';

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
export async function inTurn(
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
