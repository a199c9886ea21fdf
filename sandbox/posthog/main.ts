import { runByHand } from '../shared/byHand';
import { createPostHogSandbox } from './sandbox';

runByHand({
	name: 'PostHog',
	usage:
		'npx tsx sandbox/posthog/main.ts [--port 4012] [--key phx_KEY] [--seed company|empty] [--no-limit]',
	flags: { 'no-limit': { type: 'boolean' } },
	defaultPort: 4012,
	create: ({ key, seed, 'no-limit': noLimit }) =>
		createPostHogSandbox({ apiKey: key, seed, rateLimit: noLimit ? false : undefined }),
});
