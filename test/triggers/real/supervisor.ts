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
	for (let attempt = 1; ; attempt++) {
		try {
			return await start();
		} catch (thrown) {
			if (!(thrown instanceof Stop) || attempt === TRIES) throw thrown;
			const reason =
				/^\s+(.*[Ee]rror.*)$/m.exec(thrown.message)?.[1] ?? thrown.message.split('\n')[0];
			say(`  n8n ended by itself (${reason.trim()}) and is started again`);
		}
	}
}
