import type { N8nClient } from './n8nClient';
import { unflatten } from './unflatten';

/** A finished execution of a workflow: what each node put out, in the order the nodes ran. */
export interface FinishedExecution {
	id: string;
	status: string;
	nodes: NodeOutput[];
	/** Why it stopped, when it did. */
	reason?: string;
}

export interface NodeOutput {
	name: string;
	items: Array<Record<string, unknown>>;
}

interface Summary {
	id: string;
	status: string;
	mode: string;
}

interface RunData {
	resultData?: {
		error?: { message?: string; description?: string };
		runData?: Record<string, NodeRun[]>;
	};
}

interface NodeRun {
	executionIndex?: number;
	data?: { main?: Array<Array<{ json: Record<string, unknown> }> | null> };
}

const finished = new Set(['success', 'error', 'crashed', 'canceled']);

/**
 * A function that gives, each time it is called, the executions of the workflow that have finished since, oldest first.
 * Those that a user started by hand in the editor do not count.
 */
export async function followExecutions(
	client: N8nClient,
	workflowId: string,
): Promise<() => Promise<FinishedExecution[]>> {
	const told = new Set(await finishedIds(client, workflowId));
	return async () => {
		const fresh = (await finishedIds(client, workflowId)).filter((id) => !told.has(id)).reverse();
		const executions: FinishedExecution[] = [];
		for (const id of fresh) {
			executions.push(await readExecution(client, id));
			told.add(id);
		}
		return executions;
	};
}

async function finishedIds(client: N8nClient, workflowId: string): Promise<string[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = await client.get<{ results: Summary[] }>(
		`/executions?filter=${filter}&limit=50`,
	);
	return results
		.filter(({ status, mode }) => finished.has(status) && mode !== 'manual')
		.map(({ id }) => id);
}

async function readExecution(client: N8nClient, id: string): Promise<FinishedExecution> {
	const { status, data } = await client.get<{ status: string; data: string }>(`/executions/${id}`);
	const { resultData } = unflatten(data) as RunData;
	const runs = Object.entries(resultData?.runData ?? {}).map(([name, [run]]) => ({ name, run }));
	runs.sort((a, b) => (a.run?.executionIndex ?? 0) - (b.run?.executionIndex ?? 0));
	const { message, description } = resultData?.error ?? {};
	return {
		id,
		status,
		nodes: runs.map(({ name, run }) => ({ name, items: itemsOf(run) })),
		reason: [message, description].filter(Boolean).join(' ') || undefined,
	};
}

function itemsOf(run: NodeRun | undefined): NodeOutput['items'] {
	return (run?.data?.main?.[0] ?? []).map(({ json }) => json);
}
