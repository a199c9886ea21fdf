import { sleep } from '../../../scripts/start/machine';
import type { Accounts } from './accounts';
import type { Random } from './random';

/** Lets changes happen, whether n8n runs or not, until the returned function is called. */
export function keepChanging(accounts: Accounts, random: Random): () => Promise<void> {
	let goesOn = true;
	const course = (async () => {
		while (goesOn) {
			await sleep(random.between(200, 1_600));
			accounts.change(random);
		}
	})();
	return async () => {
		goesOn = false;
		await course;
	};
}

/** A queue needs a minute or two to notice that a worker is gone; nothing takes longer. */
const PATIENCE_MS = 150_000;

/** Waits until everything is delivered, or nothing more can come. */
export async function settle(accounts: Accounts): Promise<void> {
	const until = Date.now() + PATIENCE_MS;
	while (accounts.open > 0 && Date.now() < until) {
		await sleep(2_000);
		await accounts.collect();
	}
	// What is delivered a second time comes with the polls after that.
	await sleep(12_000);
	await accounts.collect();
}
