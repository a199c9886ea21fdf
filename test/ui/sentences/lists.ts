import { expectThat } from '../../e2e/expectThat';
import { reasonOf } from '../../../scripts/start/stop';
import type { Sentence, World } from '../sentences';

/** A parameter as n8n describes it to its editor, as far as the lists that it loads are concerned. */
interface Described {
	name: string;
	default?: unknown;
	displayOptions?: { show?: Record<string, unknown[]> };
	typeOptions?: { loadOptionsMethod?: string; resourceMapper?: { resourceMapperMethod: string } };
	options?: Array<Described & { values?: Described[] }>;
}

interface NodeType {
	name: string;
	properties: Described[];
}

/** A list that the editor asks for by itself as soon as the form is there. */
interface List {
	endpoint: 'options' | 'resource-mapper-fields';
	methodName: string;
	path: string;
}

type Form = Record<string, unknown>;

/** The lists of a parameter and of those inside it. */
function listsOf(parameter: Described, path = `parameters.${parameter.name}`): List[] {
	const { loadOptionsMethod, resourceMapper } = parameter.typeOptions ?? {};
	const inside = (parameter.options ?? []).flatMap((option) => option.values ?? option);
	return [
		...(loadOptionsMethod
			? [{ endpoint: 'options' as const, methodName: loadOptionsMethod, path }]
			: []),
		...(resourceMapper
			? [
					{
						endpoint: 'resource-mapper-fields' as const,
						methodName: resourceMapper.resourceMapperMethod,
						path,
					},
				]
			: []),
		...inside.flatMap((one) => listsOf(one, `${path}.${one.name}`)),
	];
}

/** The forms that have the parameter, as they are before anything is filled in. */
function formsWith({ displayOptions }: Described, { properties }: NodeType): Form[] {
	const choices = Object.entries(displayOptions?.show ?? {});
	return choices
		.reduce<
			Form[]
		>((forms, [name, values]) => forms.flatMap((form) => values.map((value) => ({ ...form, [name]: value }))), [{}])
		.map((chosen) => filledUp(chosen, properties));
}

/** What is shown only because something else is shown comes round by round. */
function filledUp(chosen: Form, properties: Described[]): Form {
	const shown = properties.filter((property) => isShown(property, chosen));
	const form = { ...Object.fromEntries(shown.map((one) => [one.name, one.default])), ...chosen };
	return Object.keys(form).length === Object.keys(chosen).length
		? form
		: filledUp(form, properties);
}

const isShown = ({ displayOptions }: Described, form: Form): boolean =>
	Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
		values.includes(form[name.replace(/^\//, '')]),
	);

/** Nothing can be offered before a custom object or a record type is picked: the form says so. */
const saysWhatComesFirst = /"message":"(Pick|Give) [^"]+ first"/;

async function refusedLists({ client }: World, type: NodeType): Promise<string[]> {
	const asked = type.properties.flatMap((property) => {
		const lists = listsOf(property);
		return lists.length === 0
			? []
			: formsWith(property, type).flatMap((form) => lists.map((list) => ({ form, ...list })));
	});
	const answers = await Promise.all(
		asked.map(async ({ endpoint, form, ...list }) => {
			const body = {
				...list,
				nodeTypeAndVersion: { name: type.name, version: 1 },
				currentNodeParameters: form,
			};
			try {
				await client.post(`/dynamic-node-parameters/${endpoint}`, body);
				return [];
			} catch (thrown) {
				const reason = reasonOf(thrown);
				return saysWhatComesFirst.test(reason) ? [] : [`${list.path}: ${reason.slice(0, 300)}`];
			}
		}),
	);
	return answers.flat();
}

/** Nodes and triggers that load lists by themselves. */
const nodeTypes = ['insightly', 'insightlyTrigger', 'spotlerCrm', 'spotlerCrmTrigger'];

/** The editor asks for the lists of a node that was just added before it has given it a credential. */
export const listSentences: Sentence[] = nodeTypes.map((name) => ({
	says: `every list that a form of ${name} loads comes without a credential yet`,
	see: async (world) => {
		const { text } = await world.client.page('/types/nodes.json');
		const types = JSON.parse(text) as NodeType[];
		const type = types.find((one) => one.name === `${world.packageName}.${name}`);
		expectThat(type !== undefined, `n8n does not list ${name}`);
		const refused = await refusedLists(world, type);
		expectThat(
			refused.length === 0,
			`${refused.length} refused:\n${refused.slice(0, 4).join('\n')}`,
		);
	},
}));
