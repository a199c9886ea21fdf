import { createServer } from '../../scripts/start/machine';
import { readOptions } from '../../scripts/start/options';
import { settlePorts } from '../../scripts/start/ports';

type Server = ReturnType<typeof createServer>;

async function occupyAPort(): Promise<{ server: Server; port: number }> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const address = server.address();
	return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

describe('the ports of npm start', () => {
	it('replaces every 0 by a free port of its own', async () => {
		const { port, sandboxPort, brokerPort } = await settlePorts(readOptions(['--check'], {}));
		expect(Math.min(port, sandboxPort, brokerPort)).toBeGreaterThan(0);
		expect(new Set([port, sandboxPort, brokerPort]).size).toBe(3);
	});

	it('names the flag and what the port is for when another program has it', async () => {
		const { server, port } = await occupyAPort();
		const options = readOptions(['--check', '--sandbox-port', String(port)], {});
		const settled = settlePorts(options);
		await expect(settled).rejects.toThrow(
			new RegExp(`Port ${port} for the Insightly sandbox is already taken.*--sandbox-port`),
		);
		server.close();
	});
});
