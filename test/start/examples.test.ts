import type { INode, INodeParameters, INodeType, ResourceMapperValue } from 'n8n-workflow';
import { deepCopy, NodeHelpers } from 'n8n-workflow';

import { Insightly } from '../../nodes/Insightly/Insightly.node';
import { InsightlyTrigger } from '../../nodes/Insightly/InsightlyTrigger.node';
import { PostHogInsights } from '../../nodes/PostHogInsights/PostHogInsights.node';
import { PostHogInsightsTrigger } from '../../nodes/PostHogInsights/PostHogInsightsTrigger.node';
import { SpotlerCrm } from '../../nodes/SpotlerCrm/SpotlerCrm.node';
import { SpotlerCrmTrigger } from '../../nodes/SpotlerCrm/SpotlerCrmTrigger.node';
import { withSchemas } from '../../scripts/docs/exampleSchemas';
import { fs, join, projectDir } from '../../scripts/start/machine';

interface Example {
	name: string;
	nodes: INode[];
	pinData?: object;
	connections: Record<string, Record<string, Array<Array<{ node: string }>>>>;
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

/** n8n makes a tool of a node by adding `Tool` to its name, and a description to its form. */
const typeOf = ({ type }: INode): INodeType | undefined =>
	nodeTypes.find(
		({ description }) =>
			`${packageName}.${description.name}` === type.replace(/Tool$/, '') &&
			(!type.endsWith('Tool') || description.usableAsTool !== undefined),
	);

/** What the user alone can choose: which record, which insight. */
const chosenByUser = ['insight', 'parentId'];

/** The form as n8n makes it of the stored parameters: what the node does not know, or does not show, is gone. */
function formOf(node: INode): INodeParameters | null {
	const { description } = typeOf(node)!;
	const { properties } = description;
	return NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description);
}

describe('the example workflows', () => {
	it('are there for each of the jobs that people have', () => {
		expect(files.sort()).toEqual([
			'incoming-file-to-contact.json',
			'insightly-contact-follow-up.json',
			'insightly-contact-to-spotler.json',
			'keep-two-crms-in-step.json',
			'lead-enrichment-by-agent.json',
			'merge-duplicate-contacts.json',
			'new-lead-to-task.json',
			'nightly-contacts-to-postgres.json',
			'signup-spike-to-account-owner.json',
			'stage-changed-to-chat.json',
			'weekly-insight-note-with-picture.json',
			'weekly-insight-to-crm.json',
			'won-opportunity-to-project.json',
		]);
	});

	it.each(files)('%s has a page that shows its canvas and says how to set it up', (file) => {
		const name = file.replace('.json', '');
		const page = fs.readFileSync(join(projectDir, 'docs', 'examples', `${name}.md`), 'utf8');
		expect(page).toContain(`../../examples/${file}`);
		expect(page).toContain('## Set it up');
		const [, picture] = /!\[.+\]\(\.\.\/(pictures\/.+\.png)\)/.exec(page) ?? [];
		expect(fs.existsSync(join(projectDir, 'docs', picture))).toBe(true);
	});

	it.each(files)('%s connects nodes that it has, and names no account of ours', (file) => {
		const { nodes, connections } = read(file);
		const names = nodes.map(({ name }) => name);
		const targets = Object.values(connections).flatMap((kinds) => Object.values(kinds).flat(2));
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
		const { pollTimes, descriptionType, toolDescription, ...parameters } = node.parameters;
		expect(formOf(node)).toMatchObject(parameters);
		expect([descriptionType, toolDescription].includes(undefined)).toBe(
			!node.type.endsWith('Tool'),
		);
		const isTrigger = typeOf(node)?.description.polling === true;
		expect(pollTimes !== undefined).toBe(isTrigger);
	});

	it.each(ownNodes)('$title lacks nothing but what only its user can choose', ({ node }) => {
		const { description } = typeOf(node)!;
		const filled = deepCopy(node);
		for (const name of chosenByUser) {
			if (name in filled.parameters) filled.parameters[name] = chosen('51');
		}
		const { properties } = description;
		expect(NodeHelpers.getNodeParametersIssues(properties, filled, description)).toBeNull();
	});

	it.each(ownNodes)('$title asks for a credential that its node takes', ({ node }) => {
		const accepted = typeOf(node)!.description.credentials!.map(({ name }) => name);
		const [used] = Object.keys(node.credentials ?? {});
		expect(accepted).toContain(used);
	});

	it.each(files)(
		'%s has forms that know every field, so that the editor adds none',
		async (file) => {
			const example = read(file);
			const { nodes } = await withSchemas(deepCopy(example));
			expect(example.nodes.map(schemaOf)).toEqual(nodes.map(schemaOf));
		},
	);

	const withMapper = ownNodes.filter(({ node }) => node.parameters.fields !== undefined);
	it.each(withMapper)(
		'$title shows the fields that it fills in, and finds by one of them',
		({ node }) => {
			const { schema, value, matchingColumns } = mapperOf(node)!;
			const shown = schema.filter(({ removed }) => !removed).map(({ id }) => id);
			expect(shown.sort()).toEqual(Object.keys(value ?? {}).sort());
			expect(shown).toEqual(expect.arrayContaining(matchingColumns));
		},
	);
});

const mapperOf = ({ parameters }: Pick<INode, 'parameters'>) =>
	parameters.fields as unknown as ResourceMapperValue | undefined;

const schemaOf = (node: Pick<INode, 'parameters'>) => mapperOf(node)?.schema;

const chosen = (value: string) => ({ __rl: true, mode: 'id', value });
