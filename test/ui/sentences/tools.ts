import { expectThat } from '../../e2e/expectThat';
import { runByHand } from '../../../scripts/start/executions';
import { openWorkflow, storeWorkflow, type DrawnNode } from '../editor/canvas';
import { ourNode, start } from '../editor/nodes';
import { startScriptedModel } from '../scriptedModel';
import type { Sentence, World } from '../sentences';

const limitMs = 90_000;

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
	return await storeWorkflow(world, 'Agent with a tool', [start, agent, model, tool], {
		Start: { main: to('Agent', 'main') },
		Model: { ai_languageModel: to('Agent', 'ai_languageModel') },
		[tool.name]: { ai_tool: to('Agent', 'ai_tool') },
	});
}

/** The nodes in the hands of an AI Agent. */
export const toolSentences: Sentence[] = [
	{
		says: 'an AI Agent calls the Insightly node as a tool and gets the record',
		see: async (world) => {
			const [contact] = world.insightly.sandbox.store.all('Contacts');
			const model = await startScriptedModel({ ID: String(contact.CONTACT_ID) });
			try {
				const id = "={{ $fromAI('ID', 'ID of the contact', 'string') }}";
				const tool = ourNode(
					world,
					'insightly',
					{
						...{ toolDescription: 'Gets a contact', descriptionType: 'manual' },
						...{ resource: 'contact', operation: 'get' },
						recordId: { __rl: true, mode: 'id', value: id },
					},
					{ name: 'Contact', kind: 'Tool' },
				);
				const workflow = await agentWorkflow(world, model.url, tool);
				await openWorkflow(world, workflow);
				await world.picture('agent-with-tool');
				const execution = await runByHand(world.client, workflow, 'Start', limitMs);
				const said = JSON.stringify(execution.nodes.find(({ name }) => name === 'Agent')?.items);
				expectThat(execution.status === 'success', `it ended as ${execution.reason}`);
				expectThat(
					said.includes(String(contact.FIRST_NAME)),
					`the agent said ${said.slice(0, 300)}`,
				);
			} finally {
				await model.close();
			}
		},
	},
];
