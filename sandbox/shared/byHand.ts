/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console */

/** What is needed to run a sandbox from the command line. */
export interface ByHand {
	/** As users know the service. */
	name: string;
	usage: string;
	defaultPort: number;
	/** Makes the sandbox; `option('key')` is what follows `--key`, `has('--no-limit')` whether it was given. */
	create(
		option: (name: string) => string | undefined,
		has: (flag: string) => boolean,
	): {
		apiKey: string;
		start(port: number): Promise<{ url: string }>;
		close(): Promise<void>;
	};
}

/** Runs a sandbox until it is told to stop, with its address and key on the screen. */
export function runByHand(sandbox: ByHand): void {
	serve(sandbox, process.argv.slice(2)).catch((error: NodeJS.ErrnoException) => {
		const isTaken = error.code === 'EADDRINUSE';
		console.error(isTaken ? 'This port is taken. Choose another with --port.' : error.message);
		process.exitCode = 1;
	});
}

async function serve({ name, usage, defaultPort, create }: ByHand, args: string[]): Promise<void> {
	if (args.includes('--help')) {
		console.log(usage);
		return;
	}
	const option = (wanted: string) => {
		const place = args.indexOf(`--${wanted}`);
		return place < 0 ? undefined : args[place + 1];
	};
	const sandbox = create(option, (flag) => args.includes(flag));
	const { url } = await sandbox.start(Number(option('port') ?? defaultPort));
	console.log(`${name} sandbox: ${url}`);
	console.log(`API key: ${sandbox.apiKey}`);
	console.log('Stop it with Ctrl-C.');
	const stop = () => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}
