import type { N8nClient } from './n8nClient';

/** A field as a form of the node offers it. */
export interface MapperField {
	id: string;
	displayName: string;
	removed?: boolean;
}

/** The part of a node with a field mapper that matters here. */
export interface NodeWithFields {
	name: string;
	type: string;
	typeVersion: number;
	parameters: {
		fields?: { value: Record<string, unknown> | null; schema: MapperField[] };
		[name: string]: unknown;
	};
	credentials?: Record<string, { id: string; name: string }>;
}

/** The fields that n8n offers in the node's form, asked for as the editor does: standard ones and the account's own. */
export async function offeredFields(
	client: N8nClient,
	node: Omit<NodeWithFields, 'name'>,
): Promise<MapperField[]> {
	const { fields } = await client.post<{ fields: MapperField[] }>(
		'/dynamic-node-parameters/resource-mapper-fields',
		{
			path: 'parameters.fields',
			methodName: 'getFields',
			nodeTypeAndVersion: { name: node.type, version: node.typeVersion },
			currentNodeParameters: node.parameters,
			credentials: node.credentials,
		},
	);
	return fields;
}

/**
 * Gives the node the schema that the editor would have stored with it: all fields of the account, those without a
 * value as removed. With fewer, the editor adds the others to the form, empty, when it is opened.
 */
export async function completeSchema(client: N8nClient, node: NodeWithFields): Promise<void> {
	const { fields } = node.parameters;
	if (!fields) return;
	const offered = await offeredFields(client, node);
	fields.schema = offered.map((field) => ({
		...field,
		removed: !(field.id in (fields.value ?? {})),
	}));
}
