import { later, onExit, signal, spawn, type ChildProcess } from './machine';

export interface ChildOptions {
	cwd: string;
	env: Record<string, string | undefined>;
}

const running = new Set<ChildProcess>();

/**
 * Starts a command in a process group of its own: Ctrl-C in the terminal then reaches only this process, which ends
 * its children in its own order. Output comes through pipes.
 */
export function startChild(command: string, args: string[], options: ChildOptions): ChildProcess {
	const child = spawn(command, args, {
		...options,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	running.add(child);
	child.on('close', () => running.delete(child));
	child.on('error', () => running.delete(child));
	return child;
}

/** Ends a child and all that it started: politely first, by force after `patienceMs`. */
export async function endChild(child: ChildProcess, patienceMs: number): Promise<void> {
	const { pid } = child;
	if (pid === undefined || !running.has(child)) return;
	const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
	signal(pid, 'SIGTERM');
	const callOff = later(patienceMs, () => signal(-pid, 'SIGKILL'));
	await closed;
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
