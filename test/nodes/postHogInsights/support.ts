import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PostHogInsights } from '../../../nodes/PostHogInsights/PostHogInsights.node';
import {
	createPostHogSandbox,
	type PostHogSandbox,
	type PostHogSandboxOptions,
} from '../../../sandbox/posthog';
import { runNode, type RunOptions, type RunResult } from '../../support/runNode';

export interface Stage {
	sandbox: PostHogSandbox;
	url: string;
	/** Credentials of a key; the one with every scope unless said otherwise. */
	credentials(apiKey?: string): { postHogInsightsApi: Record<string, string | number> };
	/** Runs an operation of the node; `place` is `resource.operation`. */
	run(
		place: string,
		parameters?: INodeParameters,
		options?: Partial<RunOptions>,
	): Promise<RunResult>;
	/** The same, for one that must work: the JSON of its items. */
	rows(
		place: string,
		parameters?: INodeParameters,
		options?: Partial<RunOptions>,
	): Promise<IDataObject[]>;
	/** A key with just these scopes. */
	keyWith(...scopes: string[]): string;
}

/** An id as the form's locator holds it. */
export const locator = (value: string | number, mode = 'id') => ({
	__rl: true,
	mode,
	value: String(value),
});

/** A PostHog stand-in with a node in front of it. */
export async function openStage(options: PostHogSandboxOptions = {}): Promise<Stage> {
	const sandbox = createPostHogSandbox(options);
	const { url } = await sandbox.start();
	const credentials: Stage['credentials'] = (apiKey = sandbox.apiKey) => ({
		postHogInsightsApi: {
			region: 'selfHosted',
			url,
			apiKey,
			requestsPerMinute: 0,
			requestsPerHour: 0,
		},
	});
	const run: Stage['run'] = async (place, parameters = {}, others = {}) => {
		const [resource, operation] = place.split('.');
		return await runNode(new PostHogInsights(), {
			parameters: { resource, operation, project: locator(1), ...parameters },
			credentials: credentials(),
			...others,
		});
	};
	return {
		sandbox,
		url,
		credentials,
		run,
		async rows(place, parameters, others) {
			const { items, error } = await run(place, parameters, others);
			if (error) throw error;
			return items.map(({ json }) => json);
		},
		keyWith(...scopes) {
			const key = `phx_${scopes.join('_')}`;
			sandbox.keys.set(key, { user: sandbox.store.users[0], scopes });
			return key;
		},
	};
}
