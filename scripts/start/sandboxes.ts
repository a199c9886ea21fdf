import type { SandboxKeys } from './home';
import type { Options } from './options';
import { createInsightlySandbox, type InsightlySandbox } from '../../sandbox/insightly';
import { createPostHogSandbox, type PostHogSandbox } from '../../sandbox/posthog';
import { createSpotlerSandbox, type SpotlerSandbox } from '../../sandbox/spotler';

/** How to reach an account: its key and the base address of its API, e.g. http://127.0.0.1:4010/v3.1 */
export interface SandboxAccount {
	key: string;
	url: string;
}

/** A sandbox that listens, and its account. */
export interface RunningSandbox<T> {
	sandbox: T;
	account: SandboxAccount;
}

export interface Sandboxes {
	insightly: RunningSandbox<InsightlySandbox>;
	spotler: RunningSandbox<SpotlerSandbox>;
	postHog: RunningSandbox<PostHogSandbox>;
}

/** Starts the sandboxes of all three services on the loopback address. What has been started is noted in `endings`. */
export async function startSandboxes(
	keys: SandboxKeys,
	{ sandboxPort, spotlerPort, postHogPort }: Options,
	endings: Array<() => Promise<void>>,
): Promise<Sandboxes> {
	const start = async <T extends Startable>(sandbox: T, key: string, port: number) => {
		const { url } = await sandbox.start(port);
		endings.unshift(async () => await sandbox.close());
		return { sandbox, account: { key, url } };
	};
	const { insightly, spotler, postHog } = keys;
	return {
		insightly: await start(createInsightlySandbox({ apiKey: insightly }), insightly, sandboxPort),
		spotler: await start(createSpotlerSandbox({ accessToken: spotler }), spotler, spotlerPort),
		postHog: await start(createPostHogSandbox({ apiKey: postHog }), postHog, postHogPort),
	};
}

interface Startable {
	start(port: number): Promise<{ url: string }>;
	close(): Promise<void>;
}
