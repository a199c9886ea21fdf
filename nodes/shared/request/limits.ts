import type { IPollFunctions } from 'n8n-workflow';

import type { RequestContext } from './types';

/** An answer that still drips in after so many times the time in which it had to begin will never end. */
const TIMES_FOR_THE_WHOLE = 5;

/** Timers hold no more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** n8n ends a poll that outlives its budget without a word; what is left has to do for saying so. */
const SHARE_OF_BUDGET = 0.95;

/** The moment at which the poll of this context has to be over, by the local clock; undefined outside polls. */
export function pollDeadline(context: RequestContext): number | undefined {
	const isPoll = 'getPollBudgetMs' in context && typeof context.getPollBudgetMs === 'function';
	if (!isPoll) return undefined;
	return Date.now() + (context as IPollFunctions).getPollBudgetMs() * SHARE_OF_BUDGET;
}

/** The signal that n8n gives when somebody stops the execution. */
export const stopSignalOf = (context: RequestContext): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

/**
 * The same context with limits of one request: its signal says stop when the execution is stopped, or when the whole
 * answer takes much longer than it may take to begin. n8n puts the context's signal on each request.
 */
export function withTimeLimit(context: RequestContext, timeoutMs: number) {
	const limit = AbortSignal.timeout(Math.min(timeoutMs * TIMES_FOR_THE_WHOLE, LONGEST_TIMER_MS));
	const stop = stopSignalOf(context);
	const signal = stop ? AbortSignal.any([stop, limit]) : limit;
	const limited = Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as RequestContext;
	return { context: limited, isOver: () => limit.aborted };
}
