import { bringUp, type Endings } from './bringUp';
import { homeDir, temporaryHomeDir } from './cache';
import { runChecks, type Tally } from './check';
import { endAllChildren } from './children';
import { leaveHome, openHome, requireUnused } from './home';
import { installN8n } from './installN8n';
import { commandLine, environment, exitWith, fs, onParentGone, onStopRequest } from './machine';
import { helpText, readOptions, type Options } from './options';
import { installPackage } from './packageUnderTest';
import { settlePorts } from './ports';
import { say } from './say';
import { stay } from './stay';
import { reasonOf, Stop } from './stop';

const endings: Endings = [];
let stopping = false;

/** Ends all that was started, the newest first, and then this process. Further calls change nothing. */
async function stopEverything(code: number): Promise<never> {
	stopping = true;
	for (const end of endings) await end().catch((thrown: unknown) => say(reasonOf(thrown)));
	await endAllChildren();
	return exitWith(code);
}

function stopOnRequest(): void {
	if (stopping) return;
	say('\nStopping ...');
	// Ctrl-C is the usual end of npm start, but a check that is broken off has not passed.
	void stopEverything(commandLine.includes('--check') ? 130 : 0);
}

async function main(): Promise<number> {
	const asked = readOptions(commandLine, environment);
	if (asked.help) {
		say(helpText);
		return 0;
	}
	if (!asked.check) requireUnused(homeDir());
	const options = await settlePorts(asked);
	const installed = await installN8n();
	const home = openHome(options.check ? temporaryHomeDir() : homeDir(), options.fresh);
	endings.push(async () => {
		leaveHome(home);
		if (options.check) fs.rmSync(home.dir, { recursive: true, force: true });
	});
	const packageName = await installPackage(home.dir);
	const running = await bringUp(installed, home, options, endings);
	if (!options.check) return await stay(running, options, stopOnRequest);
	if (options.ui === undefined) {
		return closing(options, await runChecks(running, packageName, options.sync));
	}
	const { runInEditor } = await import('../../test/ui/run');
	return closing(options, await runInEditor(running, packageName, options.ui, endings));
}

function closing({ summary, ui }: Options, { passed, failed }: Tally): number {
	say(
		failed === 0
			? '\nThe check passed.'
			: `\nThe check did not pass: ${failed} of ${passed + failed} above.`,
	);
	if (summary) say(`${ui === undefined ? 'e2e' : 'ui'}: ${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

async function run(): Promise<void> {
	try {
		await stopEverything(await main());
	} catch (thrown) {
		if (stopping) return;
		say(
			thrown instanceof Stop
				? `\n${thrown.message}`
				: `\nUnexpected: ${String((thrown as Error).stack ?? thrown)}`,
		);
		if (commandLine.includes('--summary')) {
			say(`${commandLine.includes('--ui') ? 'ui' : 'e2e'}: 0 passed, 1 failed`);
		}
		await stopEverything(1);
	}
}

onStopRequest(stopOnRequest);
onParentGone(stopOnRequest);
void run();
