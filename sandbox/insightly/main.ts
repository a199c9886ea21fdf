/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console */
import type { SeedOptions } from './seed';
import { createInsightlySandbox, DEFAULT_API_KEY } from './sandbox';

const USAGE = `npx tsx sandbox/insightly/main.ts [--port 4010] [--key KEY] [--seed company|empty] [--contacts 400] [--no-limit]`;

/** Runs the sandbox by hand until it is told to stop. */
async function main(args: string[]): Promise<void> {
	const option = (name: string) => {
		const place = args.indexOf(`--${name}`);
		return place < 0 ? undefined : args[place + 1];
	};
	if (args.includes('--help')) {
		console.log(USAGE);
		return;
	}
	const contacts = option('contacts');
	const sandbox = createInsightlySandbox({
		apiKey: option('key') ?? DEFAULT_API_KEY,
		seed: (option('seed') ?? 'company') as SeedOptions['seed'],
		records: contacts === undefined ? {} : { contacts: Number(contacts) },
		rateLimit: args.includes('--no-limit') ? false : undefined,
	});
	const { url } = await sandbox.start(Number(option('port') ?? 4010));
	console.log(`Insightly sandbox: ${url}`);
	console.log(`API key:           ${sandbox.apiKey}`);
	console.log('Stop it with Ctrl-C.');
	const stop = () => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main(process.argv.slice(2)).catch((error: NodeJS.ErrnoException) => {
	const taken = error.code === 'EADDRINUSE';
	console.error(taken ? 'This port is taken. Choose another with --port.' : error.message);
	process.exitCode = 1;
});
