import { join } from '../../../scripts/start/machine';
import { Stop } from '../../../scripts/start/stop';
import { benchDir, fork, type ChildProcess } from '../machine';
import type { Order } from './process';
import type { StandInReport, StandInSettings } from './settings';

export type { StandInReport, StandInSettings } from './settings';

/**
 * The three services in one process of its own. Rows are worked out from their place in the list, so an answer costs
 * next to nothing: what is measured is n8n and its nodes. (The strict sandboxes take a few milliseconds for each answer
 * and would be the narrowest place of half the rows. That requests are right is what the tests see to.)
 */
export interface StandIn {
	/** Without a trailing slash. */
	url: string;
	/** Forgets what arrived and answers by these settings from now on. */
	reset(settings: StandInSettings): Promise<void>;
	report(): Promise<StandInReport>;
	stop(): void;
}

/** Starts the stand-in on a free port of the loopback address. */
export async function startStandIn(): Promise<StandIn> {
	const child = fork(join(benchDir, 'standIn', 'process.ts'));
	const port = await answerOf<number>(child);
	const ask = async (order: Order) => {
		const answer = answerOf<StandInReport>(child);
		child.send(order);
		return await answer;
	};
	return {
		url: `http://127.0.0.1:${port}`,
		reset: async (settings) => {
			await ask({ reset: settings });
		},
		report: async () => await ask({ report: true }),
		stop: () => void child.kill(),
	};
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
	return await new Promise((resolve, reject) => {
		const ended = () => reject(new Stop('The stand-in of the benchmark ended by itself.'));
		child.once('exit', ended);
		child.once('message', (message) => {
			child.off('exit', ended);
			resolve(message as T);
		});
	});
}
