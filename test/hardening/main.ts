/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console, @typescript-eslint/no-require-imports */
import { speedUpTime } from './world/time';

speedUpTime();
// Loaded only now, so that everything lives in the fast time.
const { runHardening } = require('./campaign') as typeof import('./campaign');

runHardening(process.argv.slice(2)).then(
	(failed) => process.exit(failed === 0 ? 0 : 1),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
