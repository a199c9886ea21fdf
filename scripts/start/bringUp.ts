import type { Home } from './home';
import type { InstalledN8n } from './installN8n';
import { signIn, type N8nClient } from './n8nClient';
import { startN8n, type RunningN8n } from './n8nProcess';
import type { Options } from './options';
import { provision, type DemoWorkflow, type SandboxAccount } from './provision';
import { showProgress } from './say';
import { createInsightlySandbox } from '../../sandbox/insightly';

/** Everything that runs, ready to be used. */
export interface Running {
	home: Home;
	account: SandboxAccount;
	sandbox: ReturnType<typeof createInsightlySandbox>;
	n8n: RunningN8n;
	client: N8nClient;
	workflow: DemoWorkflow;
}

/** Things to end, the newest first. */
export type Endings = Array<() => Promise<void>>;

/**
 * Starts the sandbox, then n8n, signs in and provides the credential and the demo workflow. The sandbox comes first,
 * because n8n polls as soon as a workflow of an earlier start is switched on. What has been started is noted in
 * `endings` at once, so that it can be ended even when a later step does not work out.
 */
export async function bringUp(
	installed: InstalledN8n,
	home: Home,
	ports: Pick<Options, 'port' | 'sandboxPort' | 'brokerPort'>,
	endings: Endings,
): Promise<Running> {
	const sandbox = createInsightlySandbox({ apiKey: home.apiKey });
	const { url } = await sandbox.start(ports.sandboxPort);
	endings.unshift(async () => await sandbox.close());
	const account = { apiKey: home.apiKey, apiUrl: url };
	const n8n = await showProgress(
		'Starting n8n',
		async () => await startN8n(installed, home, ports),
	);
	endings.unshift(n8n.stop);
	const client = await signIn(n8n.url, home.login);
	const workflow = await provision(client, account);
	return { home, account, sandbox, n8n, client, workflow };
}
