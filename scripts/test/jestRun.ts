/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectRoot, runCommand, type CheckResult } from './check';

/** The figures of jest's `--json` report that are needed here. */
interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
}

/** Flags for the isolates in which n8n evaluates expressions: jest must allow its import, Node its native module. */
const isolateFlags = ['--experimental-vm-modules', '--no-node-snapshot', '--no-warnings'];

/** Runs all unit and in-process tests. Every test counts; a test file that cannot be loaded counts as one failed. */
export async function runJest(): Promise<CheckResult> {
	const folder = await mkdtemp(join(tmpdir(), 'jest-report-'));
	const reportFile = join(folder, 'report.json');
	try {
		const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
		const { code, output } = await runCommand(process.execPath, [
			...isolateFlags,
			jest,
			'--json',
			`--outputFile=${reportFile}`,
			'--maxWorkers=2',
		]);
		const report = await readReport(reportFile);
		if (!report) return { passed: 0, failed: 1, output };
		const counted = report.numFailedTests + report.numRuntimeErrorTestSuites;
		// Jest can also end badly with no failed test, e.g. when a worker is killed.
		const failed = counted === 0 && code !== 0 ? 1 : counted;
		return { passed: report.numPassedTests, failed, output: readable(output, failed) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function readReport(file: string): Promise<JestReport | undefined> {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as JestReport;
	} catch {
		return undefined;
	}
}

/** What a reader wants of jest's output: everything when a test failed, else the totals. */
function readable(output: string, failed: number): string {
	const lines = output.split('\n');
	const kept = failed > 0 ? (line: string) => !line.startsWith('{"') : isTotal;
	return lines.filter(kept).join('\n');
}

function isTotal(line: string): boolean {
	return /^(Test Suites|Tests|Time|Figure):/.test(line);
}
