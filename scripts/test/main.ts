/* eslint-disable @n8n/community-nodes/no-restricted-globals */
/**
 * `npm test`: every check that needs no running n8n. Two lanes run side by side, jest in one and the rest in the
 * other. Words after `npm test` choose the checks whose names contain one of them.
 */
import { runTool, stopCommands, verdict, verdictOf, type Check, type CheckResult } from './check';
import { runJest } from './jestRun';
import { examinePackage } from './packedPackage';
import { findInlineDisables, findRegistryAddresses } from './repository';

/** n8n's lint tool ends well on warnings; here they count as findings. */
async function lint(): Promise<CheckResult> {
	const result = await runTool('@n8n/node-cli/bin/n8n-node.mjs', 'lint');
	return /✖ \d+ problem/.test(result.output) ? verdict(result.output) : verdictOf(result);
}

async function typeCheck(project: string): Promise<CheckResult> {
	return verdictOf(await runTool('typescript/bin/tsc', '--noEmit', '-p', project));
}

const lanes: Check[][] = [
	[{ name: 'Unit and in-process tests', run: runJest }],
	[
		{ name: 'Types of tests and tools', run: async () => await typeCheck('tsconfig.test.json') },
		{ name: 'Lint, strict', run: lint },
		{
			name: 'Formatting',
			run: async () => verdictOf(await runTool('prettier/bin/prettier.cjs', '--check', '.')),
		},
		{ name: 'No rule switched off in published code', run: findInlineDisables },
		{ name: 'No registry address in lock files', run: findRegistryAddresses },
		{ name: 'Package: types, build, pack, scan, load', run: examinePackage },
	],
];

async function runCheck({ name, run }: Check): Promise<CheckResult> {
	const started = Date.now();
	const result = await run().catch((error: Error) => verdict(error.stack ?? error.message));
	const seconds = ((Date.now() - started) / 1000).toFixed(1);
	const mark = result.failed === 0 ? 'ok' : 'FAILED';
	const output = result.output && `${result.output}\n`;
	process.stdout.write(
		`\n== ${name}: ${mark} (${result.passed} passed, ${result.failed} failed, ${seconds} s)\n${output}`,
	);
	return result;
}

async function runLane(checks: Check[]): Promise<CheckResult[]> {
	const results: CheckResult[] = [];
	for (const check of checks) results.push(await runCheck(check));
	return results;
}

async function main(words: string[]): Promise<void> {
	const chosen = lanes.map((lane) =>
		lane.filter(
			({ name }) =>
				words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase())),
		),
	);
	const results = (await Promise.all(chosen.map(runLane))).flat();
	if (results.length === 0) {
		const names = lanes.flat().map(({ name }) => `  ${name}\n`);
		process.stdout.write(`No check is named like that. The checks are:\n${names.join('')}`);
	}
	const passed = results.reduce((total, result) => total + result.passed, 0);
	const failed = results.reduce((total, result) => total + result.failed, 0);
	process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
	process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.once(signal, () => {
		stopCommands();
		process.exit(130);
	});
}

void main(process.argv.slice(2));
