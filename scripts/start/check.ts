/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { runCLI } from 'jest';

import type { Running } from './bringUp';
import { fs, join, projectDir } from './machine';
import { lastLines } from './run';
import { say } from './say';
import type { Checked } from '../../test/e2e/running';

export interface Tally {
	passed: number;
	failed: number;
}

/**
 * Runs the jest project test/e2e in this process, so that its sentences see what is running here, and prints the output
 * of the executions that they looked at. When one does not pass, the end of n8n's log is shown too.
 */
export async function runChecks(
	running: Running,
	packageName: string,
	onlySync: boolean,
): Promise<Tally> {
	const checked: Checked = { ...running, packageName, onlySync, executions: {} };
	globalThis.checked = checked;
	say('Checking (n8n asks for changes once a minute, so two of these take up to that long):');
	const { results } = await runCLI({ _: [], $0: 'jest', runInBand: true, verbose: true }, [
		join(projectDir, 'test', 'e2e'),
	]);
	showExecutions(checked);
	const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
	if (failed > 0) {
		say(`\nThe end of n8n's log:\n${lastLines(fs.readFileSync(running.home.logFile, 'utf8'), 25)}`);
	}
	return { passed: results.numPassedTests, failed };
}

function showExecutions({ executions }: Checked): void {
	for (const [workflow, { id, status, nodes }] of Object.entries(executions)) {
		say(`\nExecution ${id} of "${workflow}" (${status}) put out:`);
		for (const { name, items } of nodes) say(`${name}:\n${JSON.stringify(items, null, 2)}`);
	}
}
