import type { Running } from './bringUp';
import { fs } from './machine';
import { lastLines } from './run';
import { say } from './say';
import { reasonOf } from './stop';
import { checks, type Checked } from '../../test/e2e/checks';

export interface Tally {
	passed: number;
	failed: number;
}

/**
 * Goes through the checks one after the other, tells each one's outcome, and prints the output of the executions that
 * they looked at. When one does not pass, the end of n8n's log is shown too.
 */
export async function runChecks(running: Running, packageName: string): Promise<Tally> {
	const checked: Checked = { ...running, packageName, executions: {} };
	const tally: Tally = { passed: 0, failed: 0 };
	say('Checking (n8n asks for changes once a minute, so two of these take up to that long):');
	for (const { says, see } of checks) {
		try {
			await see(checked);
			tally.passed++;
			say(`  passed  ${says}`);
		} catch (thrown) {
			tally.failed++;
			say(`  failed  ${says}\n          ${reasonOf(thrown)}`);
		}
	}
	showExecutions(checked);
	if (tally.failed > 0) {
		say(`\nThe end of n8n's log:\n${lastLines(fs.readFileSync(running.home.logFile, 'utf8'), 25)}`);
	}
	return tally;
}

function showExecutions({ executions }: Checked): void {
	for (const [workflow, { id, status, nodes }] of Object.entries(executions)) {
		say(`\nExecution ${id} of "${workflow}" (${status}) put out:`);
		for (const { name, items } of nodes) say(`${name}:\n${JSON.stringify(items, null, 2)}`);
	}
}
