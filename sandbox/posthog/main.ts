import { runByHand } from '../shared/byHand';
import { createPostHogSandbox } from './sandbox';

runByHand({
	name: 'PostHog',
	usage:
		'npx tsx sandbox/posthog/main.ts [--port 4012] [--key phx_KEY] [--seed company|empty] [--no-limit]',
	defaultPort: 4012,
	create: (option, has) =>
		createPostHogSandbox({
			apiKey: option('key'),
			seed: option('seed') === 'empty' ? 'empty' : 'company',
			rateLimit: has('--no-limit') ? false : undefined,
		}),
});
