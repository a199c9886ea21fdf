/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the examples reach besides the three services: a chat's incoming webhook and the website of a company. */
export interface StandIns {
	/** Address of the webhook. */
	chatUrl: string;
	/** Every text that was posted there. */
	chat: string[];
	/** Address of the website. */
	websiteUrl: string;
	close(): Promise<void>;
}

/** Starts them on the loopback address; the website shows the given text. */
export async function startStandIns(website: string): Promise<StandIns> {
	const chat: string[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const isChat = request.method === 'POST' && request.url === '/chat';
			if (isChat) chat.push((JSON.parse(Buffer.concat(chunks).toString()) as Message).text);
			response.setHeader('content-type', isChat ? 'text/plain' : 'text/html');
			response.end(isChat ? 'ok' : `<html><body>${website}</body></html>`);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}`;
	return {
		...{ chat, chatUrl: `${url}/chat`, websiteUrl: `${url}/company` },
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

interface Message {
	text: string;
}
