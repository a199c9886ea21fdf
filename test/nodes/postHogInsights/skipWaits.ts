import type * as workflow from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

/**
 * Lets waiting move all clocks on instead of taking time; the stand-in counts by them too. For test files that mock
 * `sleep` of n8n-workflow; `jest.restoreAllMocks` puts the clocks right again.
 */
export function skipWaits(): void {
	const realNow = Date.now;
	const { sleep: realSleep } = jest.requireActual<typeof workflow>('n8n-workflow');
	let slept = 0;
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + slept);
	jest.mocked(sleep).mockImplementation(async (ms) => {
		slept += ms;
		// Answers that are on their way have to get through.
		await realSleep(2);
	});
}
