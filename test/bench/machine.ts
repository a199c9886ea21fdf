/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
 * The benchmark is development-only and needs the machine it runs on. What scripts/start does not name is named here. */
import { fork as startFork, type ChildProcess } from 'node:child_process';

export { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
export type { AddressInfo } from 'node:net';
export { cpus, release, totalmem, type } from 'node:os';
export type { ChildProcess } from 'node:child_process';

/** Starts a TypeScript file as a process of its own that can be talked to. */
export const fork = (file: string, args: string[] = []): ChildProcess =>
	startFork(file, args, { execArgv: process.execArgv });

/** Message of the process that forked this one. */
export const onMessage = (action: (message: unknown) => void): void => {
	process.on('message', action);
};

export const tellParent = (message: unknown): void => {
	process.send?.(message);
};

/** A forked process ends when nobody talks to it any more. */
export const endWithParent = (): void => {
	process.on('disconnect', () => process.exit(0));
};

/** Writes without any addition, for machines that read it. */
export const printRaw = (text: string): void => {
	process.stdout.write(text);
};

/** For people; what machines read has standard output for itself. */
export const tell = (line: string): void => {
	process.stderr.write(`${line}\n`);
};

/** Folder of the benchmark. */
export const benchDir = __dirname;

/** Calls `action` after `ms`. */
export const after = (ms: number, action: () => void): void => {
	setTimeout(action, ms);
};

export const nodeVersion = process.version;
