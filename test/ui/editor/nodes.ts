import type { World } from '../sentences';
import { openNode, storeRow, type DrawnNode } from './canvas';

export type Service = keyof World['credentials'];

export const start: DrawnNode = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };

const nodeTypes: Record<Service, string> = {
	insightly: 'insightly',
	spotler: 'spotlerCrm',
	postHog: 'postHogInsights',
};

/** A node of the package that is connected to its sandbox; `kind` is what follows its type: a trigger or a tool. */
export function ourNode(
	{ packageName, credentials }: World,
	service: Service,
	parameters: Record<string, unknown>,
	{ kind = '', ...more }: Partial<DrawnNode> & { kind?: '' | 'Trigger' | 'Tool' } = {},
): DrawnNode {
	const { id, name, type } = credentials[service];
	return {
		name: 'Under Test',
		type: `${packageName}.${nodeTypes[service]}${kind}`,
		parameters,
		credentials: { [type]: { id, name } },
		...more,
	};
}

/** Opens the form of a node that stands behind a manual start. */
export async function openForm(
	world: World,
	service: Service,
	parameters: Record<string, unknown>,
	more: Partial<DrawnNode> = {},
): Promise<void> {
	const node = ourNode(world, service, parameters, more);
	const id = await storeRow(world, `Form of ${service}`, [start, node]);
	await openNode(world, id, node.name);
}

/** Opens the form of a trigger that stands alone. */
export async function openTrigger(
	world: World,
	service: Service,
	parameters: Record<string, unknown>,
): Promise<void> {
	const node = ourNode(world, service, parameters, { kind: 'Trigger' });
	const id = await storeRow(world, `Trigger of ${service}`, [node]);
	await openNode(world, id, node.name);
}
