/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What is needed to run a sandbox from the command line. */
export interface ByHand {
	/** As users know the service. */
	name: string;
	usage: string;
	/** Its own flags beside --port, --key, --seed and --help. */
	flags?: ParseArgsConfig['options'];
	defaultPort: number;
	create(given: Given): {
		apiKey: string;
		start(port: number): Promise<{ url: string }>;
		close(): Promise<void>;
	};
}

/** What was given on the command line. */
export interface Given {
	key?: string;
	seed: 'company' | 'empty';
	[flag: string]: unknown;
}

/** Runs a sandbox until it is told to stop, with its address and key on the screen. */
export function runByHand(sandbox: ByHand): void {
	serve(sandbox, process.argv.slice(2)).catch((error: NodeJS.ErrnoException) => {
		const isTaken = error.code === 'EADDRINUSE';
		console.error(isTaken ? 'This port is taken. Choose another with --port.' : error.message);
		process.exitCode = 1;
	});
}

async function serve(
	{ name, usage, flags, defaultPort, create }: ByHand,
	args: string[],
): Promise<void> {
	const text = { type: 'string' } as const;
	const options = {
		port: text,
		key: text,
		seed: text,
		help: { type: 'boolean' },
		...flags,
	} as const;
	const { port, seed, help, ...given } = parseArgs({ args, options }).values;
	if (help) {
		console.log(usage);
		return;
	}
	const sandbox = create({ ...given, seed: seed === 'empty' ? 'empty' : 'company' });
	const { url } = await sandbox.start(Number(port ?? defaultPort));
	console.log(`${name} sandbox: ${url}`);
	console.log(`API key: ${sandbox.apiKey}`);
	console.log('Stop it with Ctrl-C.');
	const stop = () => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}
