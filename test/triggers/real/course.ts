import { sleep } from '../../../scripts/start/machine';
import type { Accounts } from './accounts';
import type { Random } from './random';
import type { World } from './world';

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

const QUIET_MS = 4_000;

/**
 * n8n answers that a workflow is on before its trigger has polled for the first time, and what changes until then is not
 * news: waits until every service has been asked and none is being asked any more, but no longer than `PATIENCE_MS`.
 */
export async function untilArmed({ sandboxes }: World): Promise<void> {
	const logs = Object.values(sandboxes).map(({ sandbox }) => sandbox.requests);
	const count = () => logs.reduce((sum, log) => sum + log.length, 0);
	const until = Date.now() + PATIENCE_MS;
	let last = { count: -1, at: Date.now() };
	while (Date.now() < until) {
		if (count() !== last.count) last = { count: count(), at: Date.now() };
		const isQuiet = Date.now() - last.at > QUIET_MS;
		if (isQuiet && logs.every((log) => log.length > 0)) return;
		await sleep(200);
	}
}

/** A queue needs a minute or two to notice that a worker is gone; nothing takes longer. */
const PATIENCE_MS = 150_000;

/** Waits until everything is delivered, or nothing more can come. */
export async function settle(accounts: Accounts): Promise<void> {
	const until = Date.now() + PATIENCE_MS;
	while (accounts.open > 0 && Date.now() < until) {
		await sleep(2_000);
		await accounts.tryToCollect();
	}
	// What is delivered a second time comes with the polls after that.
	await sleep(25_000);
	await accounts.collect();
}
