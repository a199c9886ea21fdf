/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server } from 'node:net';

import { portNames, readOptions } from '../../scripts/start/options';
import { settlePorts } from '../../scripts/start/ports';

async function occupyAPort(): Promise<{ server: Server; port: number }> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const address = server.address();
	return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

describe('the ports of npm start', () => {
	it('replaces every 0 by a free port of its own', async () => {
		const settled = await settlePorts(readOptions(['--check'], {}));
		const numbers = portNames.map((name) => settled[name]);
		expect(Math.min(...numbers)).toBeGreaterThan(0);
		expect(new Set(numbers).size).toBe(5);
	});

	it.each([
		['--sandbox-port', 'the Insightly sandbox'],
		['--spotler-port', 'the Spotler CRM sandbox'],
		['--posthog-port', 'the PostHog sandbox'],
	])('names %s and what the port is for when another program has it', async (flag, use) => {
		const { server, port } = await occupyAPort();
		const settled = settlePorts(readOptions(['--check', flag, String(port)], {}));
		await expect(settled).rejects.toThrow(
			new RegExp(`Port ${port} for ${use} is already taken.*${flag}`),
		);
		server.close();
	});

	it('refuses the same port for two things before anything runs', async () => {
		const options = readOptions(['--spotler-port', '4300', '--posthog-port', '4300'], {});
		await expect(settlePorts(options)).rejects.toThrow('needs a port of its own');
	});
});
