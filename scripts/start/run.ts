import type { ExecaError } from 'execa';

import { startChild } from './children';
import { environment } from './machine';
import { Stop } from './stop';

export interface Run {
	cwd: string;
	env?: Record<string, string>;
	/** What the user reads when the command ends badly: what it was for and what to do. */
	otherwise: string;
}

/**
 * Runs a command to its end and gives what it wrote to its standard output. Throws `Stop` with the end of all that it
 * wrote when it cannot be started or ends with another code than 0.
 */
export async function runToEnd(command: string, args: string[], run: Run): Promise<string> {
	const env = { ...environmentForTools(), ...run.env };
	const {
		failed,
		exitCode,
		stdout,
		all = '',
		...ended
	} = await startChild(command, args, {
		cwd: run.cwd,
		env,
		buffer: true,
	});
	if (!failed) return stdout;
	const { shortMessage } = ended as ExecaError;
	const how =
		exitCode === undefined
			? shortMessage
			: `It ended with code ${exitCode} and these lines:\n${excerpt(all, 12)}`;
	throw new Stop(`${run.otherwise}\n  ${how}`);
}

/**
 * The environment for npm and compilers: what npm says about *this* run of it (package, script, its own prefix) would
 * lead an npm in another folder astray.
 */
function environmentForTools(): Record<string, string | undefined> {
	const astray =
		/^(npm_(package|lifecycle|command|node_execpath)|npm_config_local_prefix$|INIT_CWD$|NODE_OPTIONS$)/;
	return Object.fromEntries(Object.entries(environment).filter(([name]) => !astray.test(name)));
}

/** The last `count` lines, indented. */
export function lastLines(text: string, count: number): string {
	const lines = text.trimEnd().split('\n').slice(-count);
	return lines.map((line) => `    ${line}`).join('\n');
}

/** The first and the last `count` lines, indented: tools say what is wrong at either end. */
function excerpt(text: string, count: number): string {
	const lines = text.trim().split('\n');
	if (lines.length <= 2 * count) return lastLines(text, 2 * count);
	return `${lastLines(lines.slice(0, count).join('\n'), count)}\n    ...\n${lastLines(text, count)}`;
}

/** The npm that this process was started by, else the one on the PATH: command and first arguments. */
export function npmCommand(nodeBinary: string): [string, ...string[]] {
	const npm = environment.npm_execpath;
	return npm && /\.c?js$/.test(npm) ? [nodeBinary, npm] : ['npm'];
}
