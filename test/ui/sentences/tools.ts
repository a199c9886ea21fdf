import { expectThat } from '../../e2e/expectThat';
import { runByHand, type FinishedExecution } from '../../../scripts/start/executions';
import { openWorkflow, storeWorkflow, type DrawnNode } from '../editor/canvas';
import { ourNode, start, type Service } from '../editor/nodes';
import { startScriptedModel } from '../scriptedModel';
import type { Sentence, World } from '../sentences';

const limitMs = 90_000;

interface Row {
	service: Service;
	name: string;
	parameters: Record<string, unknown>;
	/** A record that is there: its ID, and a word that only it has. */
	present(world: World): { id: string; word: string };
}

const byId = {
	...{ __rl: true, mode: 'id' },
	value: "={{ $fromAI('ID', 'ID of the record', 'string') }}",
};

const rows: Row[] = [
	{
		...{ service: 'insightly', name: 'Insightly' },
		parameters: { resource: 'contact', operation: 'get', recordId: byId },
		present: ({ insightly }) => {
			const [{ CONTACT_ID: id, LAST_NAME: word }] = insightly.sandbox.store.all('Contacts');
			return { id: String(id), word: String(word) };
		},
	},
	{
		...{ service: 'spotler', name: 'Spotler CRM' },
		parameters: { resource: 'contact', operation: 'get', recordId: byId },
		present: ({ spotler }) => {
			const [{ id, last: word }] = spotler.sandbox.store.all('contacts');
			return { id: String(id), word: String(word) };
		},
	},
	{
		...{ service: 'postHog', name: 'PostHog' },
		parameters: { resource: 'insight', operation: 'get', insight: byId },
		present: ({ postHog: { sandbox } }) => {
			const [{ id, name: word }] = sandbox.store.all(sandbox.store.projects[0].id);
			return { id: String(id), word: String(word) };
		},
	},
];

async function agentWorkflow(world: World, modelUrl: string, tool: DrawnNode): Promise<string> {
	const { id } = await world.client.post<{ id: string }>('/credentials', {
		...{ name: 'Scripted model', type: 'openAiApi' },
		data: { apiKey: 'none', url: modelUrl },
	});
	const agent: DrawnNode = {
		...{ name: 'Agent', type: '@n8n/n8n-nodes-langchain.agent', typeVersion: 3 },
		parameters: { promptType: 'define', text: 'Who is it?', options: {} },
	};
	const model: DrawnNode = {
		...{ name: 'Model', type: '@n8n/n8n-nodes-langchain.lmChatOpenAi', typeVersion: 1.2 },
		parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		credentials: { openAiApi: { id, name: 'Scripted model' } },
	};
	const to = (node: string, type: string) => [[{ node, type, index: 0 }]];
	return await storeWorkflow(world, `Agent with ${tool.name}`, [start, agent, model, tool], {
		Start: { main: to('Agent', 'main') },
		Model: { ai_languageModel: to('Agent', 'ai_languageModel') },
		[tool.name]: { ai_tool: to('Agent', 'ai_tool') },
	});
}

/** Lets an agent call the node for the record of that ID; what the tool said is what the agent says. */
async function askAgent(world: World, row: Row, id: string): Promise<FinishedExecution> {
	const model = await startScriptedModel({ ID: id });
	try {
		const tool = ourNode(
			world,
			row.service,
			{ ...row.parameters, toolDescription: 'Gets a record', descriptionType: 'manual' },
			{ name: `${row.name} Record`, kind: 'Tool' },
		);
		const workflow = await agentWorkflow(world, model.url, tool);
		await openWorkflow(world, workflow);
		await world.picture(`agent-with-${row.service}`);
		return await runByHand(world.client, workflow, 'Start', limitMs);
	} finally {
		await model.close();
	}
}

const saidBy = ({ nodes }: FinishedExecution): string =>
	JSON.stringify(nodes.find(({ name }) => name === 'Agent')?.items ?? []);

/** The nodes in the hands of an AI Agent. */
export const toolSentences: Sentence[] = rows.flatMap((row) => [
	{
		says: `an AI Agent calls the ${row.name} node as a tool and gets the record`,
		see: async (world) => {
			const { id, word } = row.present(world);
			const execution = await askAgent(world, row, id);
			expectThat(execution.status === 'success', `it ended as ${execution.reason}`);
			const said = saidBy(execution);
			expectThat(said.includes(word), `the agent said ${said.slice(0, 300)}`);
		},
	},
	{
		says: `an AI Agent that names a record which ${row.name} does not have is told so`,
		see: async (world) => {
			const execution = await askAgent(world, row, '999999999');
			const said = `${saidBy(execution)} ${execution.reason ?? ''}`;
			expectThat(/no such|not find/.test(said), `the agent was told ${said.slice(0, 400)}`);
		},
	},
]);
