import type { Running } from './bringUp';
import { lastLines } from './run';
import { say } from './say';
import { reasonOf } from './stop';
import { fs } from './machine';
import { checks, type Checked } from '../../test/e2e/checks';

export interface Tally {
	passed: number;
	failed: number;
}

/**
 * Goes through the checks one after the other, tells each one's outcome, and prints the output of the execution that
 * the contact came through. When one does not pass, the end of n8n's log is shown too.
 */
export async function runChecks(running: Running, packageName: string): Promise<Tally> {
	const checked: Checked = { ...running, packageName };
	const tally: Tally = { passed: 0, failed: 0 };
	say('Checking (n8n asks for changes once a minute, so one of these takes up to that long):');
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
	showExecution(checked);
	if (tally.failed > 0) {
		say(`\nThe end of n8n's log:\n${lastLines(fs.readFileSync(running.home.logFile, 'utf8'), 25)}`);
	}
	return tally;
}

function showExecution({ execution, workflow }: Checked): void {
	if (!execution) return;
	say(`\nExecution ${execution.id} of "${workflow.name}" (${execution.status}) put out:`);
	for (const { name, items } of execution.nodes) {
		say(`${name}:`);
		say(JSON.stringify(items, null, 2));
	}
}
