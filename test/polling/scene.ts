import type { PollOptions } from '../../nodes/shared/polling';
import { PollSimulator } from '../support/pollSimulator';
import type { PollEngine } from '../support/pollSimulator';
import { triggerOver } from '../support/pollSimulatorNode';
import { SimulatedSource } from '../support/pollSimulatorSource';
import type { SourceOptions } from '../support/pollSimulatorSource';

export const minute = 60_000;

/** A trigger on an empty service, not yet active. */
export async function setScene(
	engine: PollEngine,
	options: Partial<PollOptions> = {},
	service: Partial<SourceOptions> = {},
) {
	const event = options.event ?? 'createdOrUpdated';
	const source = new SimulatedSource({
		order: 'id',
		event,
		pageSize: 10,
		overlapMs: 5_000,
		...service,
	});
	const nodeType = triggerOver(source, { event, ...options });
	const n8n = await PollSimulator.create({ engine, nodeType });
	return { n8n, source };
}

/** What executions were started with, as id@revision. */
export const told = (n8n: PollSimulator) =>
	n8n.items.map(({ id, revision }) => `${id}@${revision}`);
