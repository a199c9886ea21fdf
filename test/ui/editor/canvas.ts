import type { World } from '../sentences';
import { formOf } from './form';
import { goTo } from './goTo';

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
export async function openNewCanvas(world: World): Promise<void> {
	const { page } = world;
	await goTo(world, '/workflow/new');
	const firstStep = page.getByTestId('canvas-add-button');
	await firstStep.or(page.getByTestId('canvas-add-first-step-button')).first().waitFor();
}

/** Items that stand in for what a node puts out, by the node's name. */
export type PinnedItems = Record<string, Array<{ json: object }>>;

/** Stores a workflow whose nodes stand in a row, each connected to the next, and gives its ID. */
export async function storeRow(
	world: World,
	name: string,
	nodes: DrawnNode[],
	pinData: PinnedItems = {},
): Promise<string> {
	const connections = Object.fromEntries(
		nodes
			.slice(0, -1)
			.map((node, index) => [
				node.name,
				{ main: [[{ node: nodes[index + 1].name, type: 'main', index: 0 }]] },
			]),
	);
	return await storeWorkflow(world, name, nodes, connections, pinData);
}

/** Stores a workflow and gives its ID. */
export async function storeWorkflow(
	{ client }: World,
	name: string,
	nodes: DrawnNode[],
	connections: object,
	pinData: PinnedItems = {},
): Promise<string> {
	const placed = nodes.map((node, index) => ({
		typeVersion: 1,
		position: [index * 220, 0],
		parameters: {},
		...node,
		id: `a0000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
	}));
	const stored = await client.post<{ id: string }>('/workflows', {
		...{ name, nodes: placed, connections, pinData },
		settings: { executionOrder: 'v1' },
	});
	return stored.id;
}

/** Opens a stored workflow. */
export async function openWorkflow(world: World, id: string): Promise<void> {
	await goTo(world, `/workflow/${id}`);
	await world.page.getByTestId('canvas-node').first().waitFor();
}

/** Opens a stored workflow and the form of one of its nodes. */
export async function openNode(world: World, id: string, name: string): Promise<void> {
	await openWorkflow(world, id);
	await openNodeByName(world, name);
}

/** Opens the form of a node on the open canvas by a double click. */
export async function openNodeByName({ page }: World, name: string): Promise<void> {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	await formOf(page).waitFor();
}

/** Closes the form and gives the canvas back. */
export async function closeNode({ page }: World): Promise<void> {
	await page.getByTestId('ndv-close-button').click();
	await formOf(page).waitFor({ state: 'hidden' });
}
