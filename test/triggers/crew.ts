/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import type { Task } from './worker';

/** A task that takes longer has no end. */
const LONGEST_TASK_MS = 600_000;

/** What a process answers. */
export type Answer<T> = { result: T } | { error: string };

const start = (): ChildProcess =>
	fork(join(__dirname, 'worker.ts'), {
		execArgv: ['--import', 'tsx'],
		stdio: ['ignore', 2, 2, 'ipc'],
	});

/** Has one task done. A process that breaks or has no end is given up. */
async function ask<T>(child: ChildProcess, task: Task): Promise<Answer<T>> {
	return await new Promise((resolve) => {
		const end = (answer: Answer<T>) => {
			clearTimeout(timer);
			child.removeAllListeners();
			resolve(answer);
		};
		const giveUp = (error: string) => {
			child.kill('SIGKILL');
			end({ error });
		};
		const timer = setTimeout(() => giveUp('it had no end'), LONGEST_TASK_MS);
		child.once('message', (answer) => end(answer as Answer<T>));
		child.once('exit', (code) => end({ error: `the process ended with code ${code}` }));
		child.send(task);
	});
}

/**
 * Has tasks done side by side in processes of their own, and hands out the results as they come.
 *
 * @param size how many processes
 */
export async function inCrew<T>(
	tasks: readonly Task[],
	size: number,
	done: (answer: Answer<T>, index: number) => void,
): Promise<void> {
	let next = 0;
	const shift = async () => {
		let child = start();
		while (next < tasks.length) {
			const index = next++;
			const answer = await ask<T>(child, tasks[index]);
			done(answer, index);
			if (child.exitCode !== null || child.killed) child = start();
		}
		child.kill();
	};
	await Promise.all(Array.from({ length: Math.min(size, tasks.length) }, shift));
}
