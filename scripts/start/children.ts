import execa, { type ExecaChildProcess } from 'execa';

import { later, onExit, signal } from './machine';

export type Child = ExecaChildProcess;

export interface ChildOptions {
	cwd: string;
	env: Record<string, string | undefined>;
	/** Whether all that it writes is kept until it ends; not for what writes for days. */
	buffer: boolean;
	/** The account it runs as, if not this one. */
	uid?: number;
	gid?: number;
}

const running = new Set<Child>();

/**
 * Starts a command in a process group of its own: Ctrl-C in the terminal then reaches only this process, which ends
 * its children in its own order. The promise that it is settles when the command has ended, well or badly, and holds
 * what was kept of its output (`all`: both streams as they came).
 */
export function startChild(command: string, args: string[], options: ChildOptions): Child {
	const child = execa(command, args, {
		...options,
		extendEnv: false,
		detached: true,
		reject: false,
		stdin: 'ignore',
		all: true,
	});
	running.add(child);
	void child.finally(() => running.delete(child));
	return child;
}

/** Ends a child and all that it started: politely first, by force after `patienceMs`. */
export async function endChild(child: Child, patienceMs: number): Promise<void> {
	const { pid } = child;
	if (pid === undefined || !running.has(child)) return;
	signal(pid, 'SIGTERM');
	const callOff = later(patienceMs, () => signal(-pid, 'SIGKILL'));
	await child;
	callOff();
	signal(-pid, 'SIGKILL');
}

/** Ends everything that is still running. */
export async function endAllChildren(): Promise<void> {
	await Promise.all([...running].map(async (child) => await endChild(child, 2000)));
}

onExit(() => {
	for (const { pid } of running) {
		if (pid !== undefined) signal(-pid, 'SIGKILL');
	}
});
