import type { PollTriggerExecutor, TriggersAndPollers } from 'n8n-core';
import { Tracing } from 'n8n-core';

/** What n8n's poll executor is made of: its real parts, with a log that nobody reads. */
export function quietExecutorParts(
	pollers: TriggersAndPollers,
): ConstructorParameters<typeof PollTriggerExecutor> {
	const log = { debug: () => {}, error: () => {}, scoped: () => log };
	const reporter = { error: () => {} };
	return [log, pollers, new Tracing(), reporter] as unknown as ConstructorParameters<
		typeof PollTriggerExecutor
	>;
}
