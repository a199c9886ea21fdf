import { createServer } from './machine';
import { ports, type Options } from './options';
import { Stop } from './stop';

/**
 * Settles which ports are used: a 0 becomes a free one, a taken one stops the start before anything runs.
 * Throws `Stop` that names the flag to choose another port with.
 */
export async function settlePorts(options: Options): Promise<Options> {
	const named = [options.port, options.sandboxPort, options.brokerPort].filter((port) => port > 0);
	if (new Set(named).size < named.length) {
		throw new Stop('The editor, the sandbox and the task broker each need a port of their own.');
	}
	const settled = { ...options };
	for (const name of ['port', 'sandboxPort', 'brokerPort'] as const) {
		settled[name] = await settlePort(name, options[name]);
	}
	const numbers = new Set([settled.port, settled.sandboxPort, settled.brokerPort]);
	if (numbers.size === 3) return settled;
	// Two free ports may come out the same by chance: then they are drawn once more.
	return await settlePorts(options);
}

async function settlePort(name: keyof typeof ports, wanted: number): Promise<number> {
	const { flag, variable, use } = ports[name];
	const free = await tryPort(wanted);
	if (typeof free === 'number') return free;
	const example = wanted < 65_000 ? wanted + 10 : 5688;
	throw new Stop(
		free === 'EADDRINUSE'
			? `Port ${wanted} for ${use} is already taken by another program. ` +
				`Stop that one, or choose another port: npm start -- ${flag} ${example} (or set ${variable}).`
			: `Port ${wanted} for ${use} cannot be used on this machine (${free}). ` +
				`Choose another port: npm start -- ${flag} ${example} (or set ${variable}).`,
	);
}

/** Opens the port on the loopback address and closes it again: its number, or the system's reason against it. */
async function tryPort(port: number): Promise<number | string> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', (reason: Error & { code?: string }) =>
			resolve(reason.code ?? reason.message),
		);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
		});
	});
}
