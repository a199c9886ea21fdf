/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
 * The launcher is development-only and needs the machine it runs on. All of it is named here, once. */
import { setTimeout as pause } from 'node:timers/promises';

export { createHash, randomBytes, randomUUID } from 'node:crypto';
export * as fs from 'node:fs';
export { homedir, tmpdir } from 'node:os';
export { delimiter, dirname, join, resolve } from 'node:path';
export { parseArgs } from 'node:util';
export type { WriteStream } from 'node:fs';

export const environment: Readonly<Record<string, string | undefined>> = process.env;
export const commandLine = process.argv.slice(2);
export const nodeBinary = process.execPath;
export const platform = `${process.platform}-${process.arch}`;
export const ownPid = process.pid;
export const keyboard = process.stdin;
/** Where machines read standard output, people read the other one. */
export const screen = process.argv.includes('--json') ? process.stderr : process.stdout;

/** Folder of the project: two levels above this file. */
export const projectDir = __dirname.replace(/[\\/]scripts[\\/]start$/, '');

export async function sleep(ms: number): Promise<void> {
	await pause(ms);
}

/** Calls `action` every `ms` until the returned function is called. The timer alone does not keep the process alive. */
export function every(ms: number, action: () => void): () => void {
	const timer = setInterval(action, ms);
	timer.unref();
	return () => clearInterval(timer);
}

/** Calls `action` once after `ms`, unless the returned function is called before. */
export function later(ms: number, action: () => void): () => void {
	const timer = setTimeout(action, ms);
	return () => clearTimeout(timer);
}

/** Ctrl-C in a terminal reaches this process once or twice (npm passes it on too): `action` must bear repetition. */
export function onStopRequest(action: () => void): void {
	process.on('SIGINT', action);
	process.on('SIGTERM', action);
	process.on('SIGHUP', action);
}

/** Calls `action` once when the process that started this one is gone without having passed a signal on. */
export function onParentGone(action: () => void): void {
	const parent = process.ppid;
	const stopWatching = every(1000, () => {
		if (process.ppid === parent) return;
		stopWatching();
		action();
	});
}

/** Last resort when this process ends unexpectedly; only synchronous work is possible there. */
export function onExit(action: () => void): void {
	process.on('exit', action);
}

export function exitWith(code: number): never {
	process.exit(code);
}

/** Signal 0 only asks whether the process is there. A negative id names the whole process group. */
export function signal(pid: number, name: 'SIGTERM' | 'SIGKILL' | 0): boolean {
	try {
		process.kill(pid, name);
		return true;
	} catch {
		return false;
	}
}

/** Whether this account may install system packages without being asked for a password. */
export const isRoot = process.getuid?.() === 0;
