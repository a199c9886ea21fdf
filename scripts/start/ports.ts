import { createServer } from './machine';
import { portNames, ports, type Options } from './options';
import { Stop } from './stop';

/**
 * Settles which ports are used: a 0 becomes a free one, a taken one stops the start before anything runs.
 * Throws `Stop` that names the flag to choose another port with.
 */
export async function settlePorts(options: Options): Promise<Options> {
	const named = portNames.map((name) => options[name]).filter((port) => port > 0);
	if (new Set(named).size < named.length) {
		const flags = portNames.map((name) => ports[name].flag).join(', ');
		throw new Stop(`Each of ${flags} needs a port of its own; two of them have the same.`);
	}
	const settled = { ...options };
	for (const name of portNames) settled[name] = await settlePort(name, options[name]);
	if (new Set(portNames.map((name) => settled[name])).size === portNames.length) return settled;
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
