import type { Home } from './home';
import type { InstalledN8n } from './installN8n';
import { signIn, type N8nClient } from './n8nClient';
import { startN8n, type RunningN8n } from './n8nProcess';
import type { Options } from './options';
import { provision, type Provided } from './provision';
import { startSandboxes, type Sandboxes } from './sandboxes';
import { showProgress } from './say';

/** Everything that runs, ready to be used. */
export interface Running extends Sandboxes, Provided {
	home: Home;
	n8n: RunningN8n;
	client: N8nClient;
}

/** Things to end, the newest first. */
export type Endings = Array<() => Promise<void>>;

/**
 * Starts the sandboxes, then n8n, signs in and provides credentials and workflows. The sandboxes come first, because n8n
 * polls as soon as a workflow of an earlier start is switched on. What has been started is noted in `endings` at once, so
 * that it can be ended even when a later step does not work out.
 */
export async function bringUp(
	installed: InstalledN8n,
	home: Home,
	options: Options,
	endings: Endings,
): Promise<Running> {
	const sandboxes = await startSandboxes(home.keys, options, endings);
	const n8n = await showProgress(
		'Starting n8n',
		async () => await startN8n(installed, home, options),
	);
	endings.unshift(n8n.stop);
	const client = await signIn(n8n.url, home.login);
	const provided = await provision(client, sandboxes);
	return { home, ...sandboxes, ...provided, n8n, client };
}
