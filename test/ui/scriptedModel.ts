/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a chat model is asked, as far as the script needs it. */
interface Asked {
	messages: Array<{ role: string; content?: unknown }>;
	tools?: Array<{ function: { name: string } }>;
}

/** A chat model that speaks OpenAI's protocol and says what it is told to. */
export interface ScriptedModel {
	/** Address for the credential. */
	url: string;
	/** Everything that it was asked. */
	asked: Asked[];
	close(): Promise<void>;
}

/** Calls the first tool with the given values, then repeats what the tool answered. */
export async function startScriptedModel(values: object): Promise<ScriptedModel> {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const question = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Asked;
			if (question.messages) asked.push(question);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(answer(question, values)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		asked,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function answer({ messages = [], tools = [] }: Asked, values: object): object {
	const last = messages[messages.length - 1];
	const isTold = last?.role === 'tool';
	const call = {
		id: 'call_1',
		type: 'function',
		function: { name: tools[0]?.function.name ?? '', arguments: JSON.stringify(values) },
	};
	return {
		...{ id: 'chat-1', object: 'chat.completion', created: 1, model: 'scripted' },
		choices: [
			{
				index: 0,
				finish_reason: isTold ? 'stop' : 'tool_calls',
				message: {
					role: 'assistant',
					content: isTold ? `The tool says: ${String(last.content)}` : null,
					...(isTold ? {} : { tool_calls: [call] }),
				},
			},
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
