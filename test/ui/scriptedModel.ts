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

/** A tool that the model calls, and the values it gives it. */
export interface ScriptedCall {
	/** What the tool's name has in it; the first tool where left out. */
	tool?: RegExp;
	values: object;
}

/** Calls the first tool with the given values, then repeats what the tool answered. */
export const startScriptedModel = async (values: object): Promise<ScriptedModel> =>
	await startModelThatCalls([{ values }]);

/** Calls tools one after the other, then repeats what the last one answered. */
export async function startModelThatCalls(calls: ScriptedCall[]): Promise<ScriptedModel> {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const question = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Asked;
			if (question.messages) asked.push(question);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(answer(question, calls)));
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

function answer({ messages = [], tools = [] }: Asked, calls: ScriptedCall[]): object {
	const last = messages[messages.length - 1];
	const told = messages.filter(({ role }) => role === 'tool').length;
	const next = calls[told] as ScriptedCall | undefined;
	const name = tools.find((one) => next?.tool?.test(one.function.name) ?? true)?.function.name;
	const call = {
		id: `call_${told + 1}`,
		type: 'function',
		function: { name: name ?? '', arguments: JSON.stringify(next?.values) },
	};
	return {
		...{ id: 'chat-1', object: 'chat.completion', created: 1, model: 'scripted' },
		choices: [
			{
				index: 0,
				finish_reason: next ? 'tool_calls' : 'stop',
				message: {
					role: 'assistant',
					content: next ? null : `The tool says: ${String(last?.content)}`,
					...(next ? { tool_calls: [call] } : {}),
				},
			},
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
