/**
 * `npm run test:triggers -- --real` and `-- --queue`: the triggers in the real n8n, which is killed and started again
 * while records change in the sandboxes. Every change is accounted for in finished executions.
 */
import type { Endings } from '../../../scripts/start/bringUp';
import { endAllChildren } from '../../../scripts/start/children';
import { installN8n, type InstalledN8n } from '../../../scripts/start/installN8n';
import {
	commandLine,
	dirname,
	exitWith,
	fs,
	join,
	onParentGone,
	onStopRequest,
} from '../../../scripts/start/machine';
import { say } from '../../../scripts/start/say';
import { reasonOf, Stop } from '../../../scripts/start/stop';
import { engineOf } from './engines';
import { helpText, readRealOptions, type RealOptions } from './options';
import { detailsOf, tableOf, type Report } from './report';
import { runQueue } from './queue/run';
import { runEngine } from './run';
import { writeMeasured } from './write';
import { cpus } from '../../bench/machine';

/** Each run ends well or badly. */
interface Tally {
	passed: number;
	failed: number;
}

/** When and with what it was measured. */
function circumstances({ n8n }: InstalledN8n): string {
	const file = join(dirname(dirname(n8n)), 'package.json');
	const { version } = JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string };
	return `Measured on ${new Date().toISOString().slice(0, 10)} with n8n ${version}, ${cpus().length} cores:`;
}

async function killAndAccount(options: RealOptions): Promise<Tally> {
	const installed = await installN8n();
	const reports: Report[] = [];
	let brokenOff = 0;
	for (const letter of options.engines) {
		const engine = engineOf(letter);
		say(`\nEngine ${letter}, ${engine.title} (seed ${options.seed})`);
		try {
			const report = await runEngine(installed, engine, options, { endings, say });
			say(detailsOf(report));
			reports.push(report);
			keepDetails(options, reports);
		} catch (thrown) {
			brokenOff += 1;
			say(`  FAILED  broken off: ${reasonOf(thrown)}`);
		}
	}
	say(`\n${tableOf(reports)}`);
	if (options.write && reports.length > 0)
		await writeMeasured('engines', `${circumstances(installed)}\n\n${tableOf(reports)}`);
	const failed = reports.filter(({ faults }) => faults.length > 0).length;
	return { passed: reports.length - failed, failed: failed + brokenOff };
}

function keepDetails({ details }: RealOptions, reports: Report[]): void {
	if (details) fs.writeFileSync(details, JSON.stringify(reports, null, '\t'));
}

async function queueAndAccount(options: RealOptions): Promise<Tally> {
	const installed = await installN8n();
	say(`\nQueue mode (seed ${options.seed})`);
	const { report, throughput, faults } = await runQueue(installed, options, { endings, say });
	if (report) keepDetails(options, [report]);
	if (report) say(`${detailsOf(report)}\n\n${tableOf([report])}`);
	say(`\n${throughput}`);
	if (options.write) {
		const head = circumstances(installed);
		if (report) await writeMeasured('queue', `${head}\n\n${tableOf([report])}`);
		await writeMeasured('throughput', `${head}\n\n${throughput}`);
	}
	for (const fault of faults) say(`  FAILED  ${fault}`);
	const parts = [...(report ? [report.faults] : []), faults];
	const failed = parts.filter((part) => part.length > 0).length;
	return { passed: parts.length - failed, failed };
}

async function main(): Promise<Tally | undefined> {
	const options = readRealOptions(commandLine, Date.now());
	if (options.help) {
		say(helpText);
		return undefined;
	}
	return options.queue ? await queueAndAccount(options) : await killAndAccount(options);
}

const endings: Endings = [];
let isStopping = false;

async function stopWith(code: number): Promise<never> {
	isStopping = true;
	for (const end of endings) await end().catch(() => {});
	await endAllChildren();
	return exitWith(code);
}

function stopOnRequest(): void {
	if (!isStopping) void stopWith(130);
}

async function run(): Promise<void> {
	try {
		const tally = await main();
		if (tally) say(`${tally.passed} passed, ${tally.failed} failed`);
		await stopWith(tally && tally.failed > 0 ? 1 : 0);
	} catch (thrown) {
		if (isStopping) return;
		say(thrown instanceof Stop ? `\n${thrown.message}` : `\nUnexpected: ${reasonOf(thrown)}`);
		if (!(thrown instanceof Stop)) say(String((thrown as Error).stack));
		say('0 passed, 1 failed');
		await stopWith(1);
	}
}

onStopRequest(stopOnRequest);
onParentGone(stopOnRequest);
void run();
