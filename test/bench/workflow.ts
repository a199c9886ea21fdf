/** A node of a workflow as n8n stores it, as far as a row has to say. */
export interface BenchNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	onError?: 'continueRegularOutput';
	/** Names of the nodes that its outputs lead to, if not simply the next one of the list. */
	to?: string[][];
}

/** The workflow that measures the nodes: webhook, start, the nodes, end. */
export function benchWorkflow(path: string, nodes: BenchNode[]): object {
	const all: BenchNode[] = [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: { httpMethod: 'GET', path, responseMode: 'lastNode' },
		},
		{ name: 'Start', type: 'CUSTOM.benchStart', typeVersion: 1, parameters: {} },
		...nodes,
		{ name: 'End', type: 'CUSTOM.benchEnd', typeVersion: 1, parameters: {} },
	];
	return {
		name: path,
		nodes: all.map((node, index) => ({
			...withoutConnections(node),
			id: `${path}-${index}`,
			position: [200 * index, 0],
			...(node.type.endsWith('.webhook') ? { webhookId: path } : {}),
		})),
		connections: Object.fromEntries(
			all.map(({ name, to }, index) => [name, { main: outputs(to, all[index + 1]?.name) }]),
		),
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'all',
			saveManualExecutions: false,
		},
	};
}

function withoutConnections(node: BenchNode): BenchNode {
	const stored = { ...node };
	delete stored.to;
	return stored;
}

/** `Merge#1` is the second input of Merge. */
const outputs = (to: string[][] | undefined, next: string | undefined) =>
	(to ?? (next ? [[next]] : [])).map((names) =>
		names.map((node) => ({
			node: node.split('#')[0],
			type: 'main',
			index: Number(node.split('#')[1] ?? 0),
		})),
	);
