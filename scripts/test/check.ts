/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import execa, { type ExecaChildProcess, type ExecaError } from 'execa';

export const projectRoot = join(__dirname, '..', '..');

/** What a check found. `passed` and `failed` are counts; a check that is one yes-or-no question counts as one. */
export interface CheckResult {
	passed: number;
	failed: number;
	/** What the reader needs to see; nothing when there is nothing to say. */
	output: string;
}

export interface Check {
	name: string;
	run: () => Promise<CheckResult>;
}

export interface CommandResult {
	code: number;
	/** Standard output and standard error as they came, without colours. */
	output: string;
}

const running = new Set<ExecaChildProcess>();

/** Stops every command that is still running, with all that it started. */
export function stopCommands(): void {
	for (const { pid } of running) {
		if (pid !== undefined) process.kill(-pid, 'SIGTERM');
	}
}

/**
 * Runs a program in the project folder, without standard input.
 * @returns its exit code (-1 when it could not be started or was killed) and its output
 */
export async function runCommand(
	command: string,
	args: string[],
	options: { env?: Record<string, string>; cwd?: string } = {},
): Promise<CommandResult> {
	const child = execa(command, args, {
		cwd: options.cwd ?? projectRoot,
		env: { FORCE_COLOR: '0', ...options.env },
		stdin: 'ignore',
		all: true,
		reject: false,
		// A process group of its own, so that it can be stopped as a whole.
		detached: true,
	});
	running.add(child);
	const { exitCode, all = '', ...ended } = await child;
	running.delete(child);
	const reason = exitCode === undefined ? `\n${(ended as ExecaError).shortMessage}` : '';
	return { code: exitCode ?? -1, output: stripVTControlCharacters(all + reason).trim() };
}

/** Runs a script of an installed development tool with this Node, e.g. `runTool('prettier/bin/prettier.cjs', …)`. */
export async function runTool(script: string, ...args: string[]): Promise<CommandResult> {
	return await runCommand(process.execPath, [join(projectRoot, 'node_modules', script), ...args]);
}

/** One yes-or-no question: passed when nothing was found; the findings are the output. */
export function verdict(findings: string | string[]): CheckResult {
	const output = (Array.isArray(findings) ? findings.join('\n') : findings).trim();
	return output === '' ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** One yes-or-no question answered by a command: passed when it ended with 0. */
export function verdictOf({ code, output }: CommandResult): CheckResult {
	return code === 0 ? verdict('') : verdict(output || `ended with code ${code}`);
}
