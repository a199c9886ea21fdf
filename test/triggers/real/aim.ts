import { sleep } from '../../../scripts/start/machine';
import type { Random } from './random';
import type { World } from './world';

const LONGEST_MS = 8_000;

/**
 * Waits for the moment at which n8n is to be killed: any moment, right after a trigger has asked its service, or while
 * an execution runs. The last two are short, and where state and execution can come apart.
 */
export async function aim({ sandboxes, sink }: World, random: Random): Promise<void> {
	const logs = Object.values(sandboxes).map(({ sandbox }) => sandbox.requests);
	const requests = () => logs.reduce((sum, log) => sum + log.length, 0);
	const seen = { requests: requests(), arrivals: sink.arrivals };
	const at = random.pick([
		() => true,
		() => requests() > seen.requests,
		() => sink.arrivals > seen.arrivals,
	]);
	const more = random.between(0, 60);
	const until = Date.now() + LONGEST_MS;
	while (!at() && Date.now() < until) await sleep(3);
	await sleep(more);
}
