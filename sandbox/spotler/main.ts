import { runByHand } from '../shared/byHand';
import { createSpotlerSandbox } from './sandbox';

runByHand({
	name: 'Spotler CRM',
	usage: 'npx tsx sandbox/spotler/main.ts [--port 4011] [--key TOKEN] [--seed company|empty]',
	defaultPort: 4011,
	create: ({ key, seed }) => {
		const sandbox = createSpotlerSandbox({ accessToken: key, seed });
		return { apiKey: sandbox.accessToken, start: sandbox.start, close: sandbox.close };
	},
});
