import getPort from 'get-port';

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
	return settled;
}

async function settlePort(name: keyof typeof ports, wanted: number): Promise<number> {
	const { flag, variable, use } = ports[name];
	const free = await getPort({ host: '127.0.0.1', port: wanted || undefined });
	if (wanted === 0 || free === wanted) return free;
	const example = wanted < 65_000 ? wanted + 10 : 5688;
	throw new Stop(
		`Port ${wanted} for ${use} is already taken by another program, or not for this account to use. ` +
			`Stop that one, or choose another port: npm start -- ${flag} ${example} (or set ${variable}).`,
	);
}
