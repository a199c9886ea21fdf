import { parse } from 'flatted';

import { sleep } from './machine';
import type { N8nClient } from './n8nClient';

/** A finished execution of a workflow: what each node put out in all its runs, in the order the nodes ran first. */
export interface FinishedExecution {
	id: string;
	status: string;
	/** When it began, ms since 1970. */
	startedAt: number;
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
 * A function that gives, each time it is called, the executions of the workflow that have finished since, oldest first;
 * with `from` set to all, the first call gives those from before as well. Those that a user started by hand in the editor
 * do not count.
 */
export async function followExecutions(
	client: N8nClient,
	workflowId: string,
	from: 'now' | 'all' = 'now',
): Promise<() => Promise<FinishedExecution[]>> {
	const told = new Set(from === 'now' ? await finishedIds(client, workflowId) : []);
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

/**
 * Runs a workflow from the given trigger, as the editor's button does, and waits for its end.
 * Throws an Error when it takes longer than `limitMs`.
 */
export async function runByHand(
	client: N8nClient,
	workflowId: string,
	trigger: string,
	limitMs: number,
): Promise<FinishedExecution> {
	const { executionId } = await client.post<{ executionId: string }>(
		`/workflows/${workflowId}/run`,
		{ triggerToStartFrom: { name: trigger } },
	);
	const until = Date.now() + limitMs;
	while (Date.now() < until) {
		const { status } = await client.get<{ status: string }>(`/executions/${executionId}`);
		if (finished.has(status)) return await readExecution(client, executionId);
		await sleep(500);
	}
	throw new Error(`execution ${executionId} has not ended within ${limitMs / 1000} s`);
}

async function readExecution(client: N8nClient, id: string): Promise<FinishedExecution> {
	const { status, startedAt, data } = await client.get<{
		status: string;
		startedAt: string;
		data: string;
	}>(`/executions/${id}`);
	const { resultData } = parse(data) as RunData;
	const nodes = Object.entries(resultData?.runData ?? {});
	nodes.sort(([, [a]], [, [b]]) => (a?.executionIndex ?? 0) - (b?.executionIndex ?? 0));
	const { message, description } = resultData?.error ?? {};
	return {
		id,
		status,
		startedAt: Date.parse(startedAt),
		nodes: nodes.map(([name, runs]) => ({ name, items: runs.flatMap(itemsOf) })),
		reason: [message, description].filter(Boolean).join(' ') || undefined,
	};
}

/** Items of a node's outputs: most have one, a branching node has several. */
function itemsOf({ data }: NodeRun): NodeOutput['items'] {
	return (data?.main ?? []).flatMap((output) => (output ?? []).map(({ json }) => json));
}
