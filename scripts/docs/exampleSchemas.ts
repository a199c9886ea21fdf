import type { INodeParameters, INodeType, ResourceMapperField } from 'n8n-workflow';

import { resourceMapperFields } from '../../test/support/nodeMethods';

/** An example workflow, as far as its forms matter. */
export interface ExampleWorkflow {
	nodes: Array<{ name: string; type: string; parameters: INodeParameters }>;
}

/** What a field mapper keeps in a workflow file. */
interface Mapper {
	value: Record<string, unknown> | null;
	schema: ResourceMapperField[];
}

type InsightlyFile = typeof import('../../nodes/Insightly/Insightly.node');
type SpotlerFile = typeof import('../../nodes/SpotlerCrm/SpotlerCrm.node');

/** With their endings, because without them the codex files of the same names would be found. */
const FILES: readonly string[] = [
	'../../nodes/Insightly/Insightly.node.ts',
	'../../nodes/SpotlerCrm/SpotlerCrm.node.ts',
];

async function withMappers(): Promise<INodeType[]> {
	const [insightly, spotler] = await Promise.all(FILES.map((file) => import(file)));
	const { Insightly } = insightly as InsightlyFile;
	const { SpotlerCrm } = spotler as SpotlerFile;
	return [new Insightly(), new SpotlerCrm()];
}

/**
 * Gives every field mapper of an example the schema that the editor would have stored with it while the node has no
 * credential: all standard fields, those without a value as removed. With fewer, the editor adds the others to the form,
 * empty, when it is opened. Fields of the user's own account that the example names stay.
 */
export async function withSchemas<T extends ExampleWorkflow>(example: T): Promise<T> {
	const types = await withMappers();
	const nodes: ExampleWorkflow['nodes'] = [];
	for (const node of example.nodes) nodes.push(await withSchema(node, types));
	return { ...example, nodes };
}

async function withSchema<T extends ExampleWorkflow['nodes'][number]>(
	node: T,
	types: readonly INodeType[],
): Promise<T> {
	const mapper = node.parameters.fields as unknown as Mapper | undefined;
	const nodeType = types.find(({ description }) =>
		[`.${description.name}`, `.${description.name}Tool`].some((end) => node.type.endsWith(end)),
	);
	if (!mapper || !nodeType) return node;
	const { parameters } = node;
	const { fields } = await resourceMapperFields(nodeType, 'getFields', { parameters });
	const value = mapper.value ?? {};
	const own = Object.keys(value).filter((name) => !fields.some(({ id }) => id === name));
	const schema = [
		...fields.map((field) => ({ ...field, removed: !(field.id in value) })),
		...own.map((name) => mapper.schema.find(({ id }) => id === name) ?? ownField(name)),
	];
	return { ...node, parameters: { ...parameters, fields: { ...mapper, schema } } };
}

/** A field that only the user's account has. */
const ownField = (id: string): ResourceMapperField => ({
	id,
	displayName: id,
	required: false,
	defaultMatch: false,
	canBeUsedToMatch: true,
	display: true,
	type: 'string',
	removed: false,
});
