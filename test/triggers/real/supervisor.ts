import type { RunningN8n } from '../../../scripts/start/n8nProcess';
import { Stop } from '../../../scripts/start/stop';

const TRIES = 4;

/**
 * Starts n8n as a supervisor does, again when it ends by itself: n8n 2.41.1 does so when it was killed between noting an
 * execution and beginning it, and comes up the next time.
 */
export async function keepStarting(
	start: () => Promise<RunningN8n>,
	say: (line: string) => void,
): Promise<RunningN8n> {
	for (let attempt = 1; attempt < TRIES; attempt++) {
		const outcome = await start().catch(asStop);
		if (!(outcome instanceof Stop)) return outcome;
		const reason =
			/^\s+(.*[Ee]rror.*)$/m.exec(outcome.message)?.[1] ?? outcome.message.split('\n')[0];
		say(`  n8n ended by itself (${reason.trim()}) and is started again`);
	}
	return await start();
}

/** What a user should read is looked at; anything else goes its way. */
async function asStop(thrown: unknown): Promise<Stop> {
	return thrown instanceof Stop ? thrown : await Promise.reject(thrown);
}
