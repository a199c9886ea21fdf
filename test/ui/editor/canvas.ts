import type { World } from '../sentences';
import { formOf } from './form';

/** A node as a workflow file has it; what is left out is filled in. */
export interface DrawnNode {
	name: string;
	type: string;
	parameters?: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	typeVersion?: number;
	onError?: string;
	[more: string]: unknown;
}

/** Opens an empty workflow. */
export async function openNewCanvas({ page, n8n }: World): Promise<void> {
	await page.goto(`${n8n.url}/workflow/new`, { waitUntil: 'domcontentloaded' });
	const firstStep = page.getByTestId('canvas-add-button');
	await firstStep.or(page.getByTestId('canvas-add-first-step-button')).first().waitFor();
}

/** Stores a workflow whose nodes stand in a row, each connected to the next, and gives its ID. */
export async function storeRow(world: World, name: string, nodes: DrawnNode[]): Promise<string> {
	const connections = Object.fromEntries(
		nodes
			.slice(0, -1)
			.map((node, index) => [
				node.name,
				{ main: [[{ node: nodes[index + 1].name, type: 'main', index: 0 }]] },
			]),
	);
	return await storeWorkflow(world, name, nodes, connections);
}

/** Stores a workflow and gives its ID. */
export async function storeWorkflow(
	{ client }: World,
	name: string,
	nodes: DrawnNode[],
	connections: object,
): Promise<string> {
	const placed = nodes.map((node, index) => ({
		typeVersion: 1,
		position: [index * 220, 0],
		parameters: {},
		...node,
		id: nodeId(index),
	}));
	const stored = await client.post<{ id: string }>('/workflows', {
		...{ name, nodes: placed, connections },
		settings: { executionOrder: 'v1' },
	});
	return stored.id;
}

const nodeId = (index: number): string =>
	`a0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** Opens a stored workflow. */
export async function openWorkflow({ page, n8n }: World, id: string): Promise<void> {
	await page.goto(`${n8n.url}/workflow/${id}`, { waitUntil: 'domcontentloaded' });
	await page.getByTestId('canvas-node').first().waitFor();
}

/** Opens the form of the node at that place of a stored workflow. */
export async function openNode(world: World, id: string, index: number): Promise<void> {
	const { page, n8n } = world;
	await page.goto(`${n8n.url}/workflow/${id}/${nodeId(index)}`, { waitUntil: 'domcontentloaded' });
	await formOf(page).waitFor();
}

/** Opens the form of a node on the open canvas by a double click, and waits until its lists are there. */
export async function openNodeByName({ page }: World, name: string): Promise<void> {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	await formOf(page).waitFor();
	await page.getByTestId('resource-mapper-container').or(formOf(page)).first().waitFor();
	await page.locator('.el-loading-mask, [class*=loading]').first().waitFor({ state: 'detached' });
}

/** Closes the form and gives the canvas back. */
export async function closeNode({ page }: World): Promise<void> {
	await page.getByTestId('ndv-close-button').click();
	await formOf(page).waitFor({ state: 'hidden' });
}
