import type { FinishedExecution } from '../../scripts/start/executions';
import { sleep } from '../../scripts/start/machine';

/** Three polls of n8n, which come once a minute. */
const waitLimitMs = 180_000;

/**
 * The next execution that finishes. Throws an Error when none does in time, or when it did not end well.
 */
export async function nextSuccess(
	finishedSince: () => Promise<FinishedExecution[]>,
): Promise<FinishedExecution> {
	const until = Date.now() + waitLimitMs;
	while (Date.now() < until) {
		const [execution] = await finishedSince();
		if (execution?.status === 'success') return execution;
		if (execution) {
			const { id, status, reason = '' } = execution;
			throw new Error(`execution ${id} ended as ${status}: ${reason}`);
		}
		await sleep(1000);
	}
	throw new Error(`no execution finished within ${waitLimitMs / 1000} s`);
}
