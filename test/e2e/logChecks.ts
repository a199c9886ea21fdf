import { expectThat } from './expectThat';
import type { Check } from './checks';
import { fs } from '../../scripts/start/machine';

/** What all of the above must not have left behind. */
export const logChecks: Check[] = [
	{
		says: 'every request was one that the three APIs know',
		see: async ({ insightly, spotler, postHog }) => {
			const refused = [insightly, spotler, postHog]
				.flatMap(({ sandbox }) => sandbox.violations)
				.map((violation) => JSON.stringify(violation));
			expectThat(refused.length === 0, `the sandboxes refused: ${refused.join(', ')}`);
		},
	},
	{
		says: "no key, and not the password, is in n8n's log",
		see: async ({ home }) => {
			const log = fs.readFileSync(home.logFile, 'utf8');
			expectThat(log.length > 0, 'the log is empty');
			for (const [service, key] of Object.entries(home.keys)) {
				expectThat(!log.includes(key), `the ${service} key is`);
			}
			expectThat(!log.includes(home.login.password), 'the password is');
		},
	},
];
