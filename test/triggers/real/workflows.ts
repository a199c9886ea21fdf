import type { ProvidedCredential } from '../../../scripts/start/credentials';
import { randomUUID } from '../../../scripts/start/machine';
import type { N8nClient } from '../../../scripts/start/n8nClient';
import type { Stream } from './streams';

/** A node as n8n stores it, apart from its place on the canvas. */
export interface ChainNode {
	name: string;
	type: string;
	parameters: object;
	typeVersion?: number;
	credentials?: Record<string, { id: string; name: string }>;
	webhookId?: string;
}

/** Seconds between two polls of a trigger. */
export const POLL_SECONDS = 10;

/**
 * n8n refuses expressions that fire more than once a minute, but a trigger may have several of them: six, each for
 * another second of the minute.
 */
const pollTimes = {
	item: Array.from({ length: 60 / POLL_SECONDS }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * POLL_SECONDS} * * * * *`,
	})),
};

/** The trigger of a stream and, behind it, the sink. */
export function streamNodes(
	{ type, parameters }: Stream,
	packageName: string,
	{ type: credentialType, id, name }: ProvidedCredential,
): ChainNode {
	return {
		name: 'Trigger',
		type: `${packageName}.${type}`,
		parameters: { ...parameters, pollTimes },
		credentials: { [credentialType]: { id, name } },
	};
}

/** Puts a workflow of nodes in a row, the last of which is the sink, into n8n and switches it on. Gives its ID. */
export async function activateChain(
	client: N8nClient,
	name: string,
	nodes: ChainNode[],
	sinkUrl: string,
): Promise<string> {
	const all = [...nodes, { name: 'Sink', type: 'CUSTOM.sink', parameters: { url: sinkUrl } }];
	const { id, versionId } = await client.post<{ id: string; versionId: string }>('/workflows', {
		name,
		nodes: all.map((node, index) => ({
			typeVersion: 1,
			...node,
			id: randomUUID(),
			position: [240 * index, 0],
		})),
		connections: Object.fromEntries(
			nodes.map((node, index) => [
				node.name,
				{ main: [[{ node: all[index + 1].name, type: 'main', index: 0 }]] },
			]),
		),
		settings: { executionOrder: 'v1' },
	});
	await client.post(`/workflows/${id}/activate`, { versionId });
	return id;
}
