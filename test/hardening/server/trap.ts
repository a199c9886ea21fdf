/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host that nobody has any business with: redirects and hostile values lead there, and whoever comes is counted. */
export class Trap {
	caught = 0;

	private readonly server: Server = createServer((_incoming, outgoing) => {
		this.caught += 1;
		outgoing.end('caught');
	});

	url = '';

	async open(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
		this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => {
			this.server.close(resolve);
		});
	}
}

export const trap = new Trap();
