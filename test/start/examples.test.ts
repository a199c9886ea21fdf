import type { INode, INodeParameters, INodeType, ResourceMapperValue } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { isSent, type MapperPurpose } from '../../nodes/shared/fields/mapper';
import type { Field } from '../../nodes/shared/fields/types';
import { Insightly } from '../../nodes/Insightly/Insightly.node';
import { InsightlyTrigger } from '../../nodes/Insightly/InsightlyTrigger.node';
import { recordTypes as insightlyTypes } from '../../nodes/Insightly/resources';
import { PostHogInsights } from '../../nodes/PostHogInsights/PostHogInsights.node';
import { PostHogInsightsTrigger } from '../../nodes/PostHogInsights/PostHogInsightsTrigger.node';
import { resources as spotlerResources } from '../../nodes/SpotlerCrm/resources';
import { SpotlerCrm } from '../../nodes/SpotlerCrm/SpotlerCrm.node';
import { SpotlerCrmTrigger } from '../../nodes/SpotlerCrm/SpotlerCrmTrigger.node';
import { fs, join, projectDir } from '../../scripts/start/machine';

interface Example {
	name: string;
	nodes: INode[];
	pinData?: object;
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}

const packageName = 'n8n-nodes-insightly-spotler';
const nodeTypes: INodeType[] = [
	new Insightly(),
	new InsightlyTrigger(),
	new PostHogInsights(),
	new PostHogInsightsTrigger(),
	new SpotlerCrm(),
	new SpotlerCrmTrigger(),
];

const folder = join(projectDir, 'examples');
const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (file: string) => JSON.parse(fs.readFileSync(join(folder, file), 'utf8')) as Example;

const ownNodes = files.flatMap((file) =>
	read(file)
		.nodes.filter(({ type }) => type.startsWith(`${packageName}.`))
		.map((node) => ({ title: `${file}: ${node.name}`, node })),
);

const typeOf = ({ type }: INode): INodeType | undefined =>
	nodeTypes.find(({ description }) => `${packageName}.${description.name}` === type);

/** The form as n8n makes it of the stored parameters: what the node does not know, or does not show, is gone. */
function formOf(node: INode): INodeParameters | null {
	const { description } = typeOf(node)!;
	const { properties } = description;
	return NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description);
}

const purposes: Record<string, MapperPurpose> = {
	create: 'create',
	update: 'update',
	upsert: 'upsert',
};

function tableOf({ type, parameters }: INode): readonly Field[] {
	const { resource, operation } = parameters;
	if (type.endsWith('.insightly')) {
		return insightlyTypes.find(({ value }) => value === resource)!.fields;
	}
	const found = spotlerResources.find(({ value }) => value === resource)!;
	return found.operations.find(({ value }) => value === operation)!.outputFields as Field[];
}

describe('the example workflows', () => {
	it('are there for each pair of services', () => {
		expect(files.sort()).toEqual([
			'insightly-contact-follow-up.json',
			'insightly-contact-to-spotler.json',
			'keep-two-crms-in-step.json',
			'new-lead-to-task.json',
			'nightly-contacts-to-postgres.json',
			'weekly-insight-to-crm.json',
		]);
	});

	it.each(files)('%s connects nodes that it has, and names no account of ours', (file) => {
		const { nodes, connections } = read(file);
		const names = nodes.map(({ name }) => name);
		const targets = Object.values(connections).flatMap(({ main }) => main.flat());
		expect(names).toEqual(expect.arrayContaining(Object.keys(connections)));
		expect(names).toEqual(expect.arrayContaining(targets.map(({ node }) => node)));
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(names.length);
		const credentials = nodes.flatMap((node) => Object.values(node.credentials ?? {}));
		expect(credentials.map(({ id }) => id)).toEqual(credentials.map(() => ''));
	});

	it.each(files)(
		'%s has room for pinned data, without which n8n cannot execute a single step',
		(file) => {
			expect(read(file).pinData).toEqual({});
		},
	);

	it.each(ownNodes)('$title has only parameters that its form shows', ({ node }) => {
		expect(typeOf(node)).toBeDefined();
		const { pollTimes, ...parameters } = node.parameters;
		expect(formOf(node)).toMatchObject(parameters);
		const isTrigger = typeOf(node)?.description.polling === true;
		expect(pollTimes !== undefined).toBe(isTrigger);
	});

	it.each(ownNodes)('$title lacks nothing but what only its user can choose', ({ node }) => {
		const { description } = typeOf(node)!;
		const filled = node.parameters.insight
			? { ...node, parameters: { ...node.parameters, insight: chosen('51') } }
			: node;
		const { properties } = description;
		expect(NodeHelpers.getNodeParametersIssues(properties, filled, description)).toBeNull();
	});

	it.each(ownNodes)('$title asks for a credential that its node takes', ({ node }) => {
		const accepted = typeOf(node)!.description.credentials!.map(({ name }) => name);
		const [used] = Object.keys(node.credentials ?? {});
		expect(accepted).toContain(used);
	});

	const withMapper = ownNodes.filter(({ node }) => node.parameters.fields !== undefined);
	it.each(withMapper)('$title knows every field, so that its form adds none', ({ node }) => {
		const mapper = node.parameters.fields as unknown as ResourceMapperValue;
		const purpose = purposes[String(node.parameters.operation)];
		const wanted = tableOf(node).filter((field) => isSent(field, purpose));
		const known = mapper.schema.map(({ id }) => id);
		expect([...known].sort()).toEqual(wanted.map(({ name }) => name).sort());
		const shown = mapper.schema.filter(({ removed }) => !removed).map(({ id }) => id);
		expect(shown.sort()).toEqual(Object.keys(mapper.value ?? {}).sort());
		expect(known).toEqual(expect.arrayContaining(mapper.matchingColumns));
	});
});

const chosen = (value: string) => ({ __rl: true, mode: 'id', value });
