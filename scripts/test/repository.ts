/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { projectRoot, verdict, type CheckResult } from './check';

/** n8n scans published packages with such comments ignored, so what they hide would surface there. */
const inlineDisable = /eslint-(disable|enable)|@ts-(ignore|nocheck)/;

async function textsUnder(folder: string): Promise<Array<{ path: string; text: string }>> {
	const entries = await readdir(join(projectRoot, folder), {
		recursive: true,
		withFileTypes: true,
	}).catch(() => []);
	return await Promise.all(
		entries
			.filter((entry) => entry.isFile() && /\.(ts|js|json)$/.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name))
			.map(async (path) => ({
				path: path.slice(projectRoot.length + 1),
				text: await readFile(path, 'utf8'),
			})),
	);
}

/** No file that is published may switch a lint rule or a type check off. */
export async function findInlineDisables(): Promise<CheckResult> {
	const files = [...(await textsUnder('nodes')), ...(await textsUnder('credentials'))];
	const findings = files.flatMap(({ path, text }) =>
		text
			.split('\n')
			.map((line, index) => ({ line, at: `${path}:${index + 1}` }))
			.filter(({ line }) => inlineDisable.test(line))
			.map(({ line, at }) => `${at}: ${line.trim()}`),
	);
	return verdict(findings);
}

interface LockFile {
	packages: Record<string, { resolved?: string; version?: string }>;
}

/** Lock files name no registry, so that an install uses the one that the machine is set to. */
export async function findRegistryAddresses(): Promise<CheckResult> {
	const lockFiles = ['package-lock.json', 'scripts/n8n/package-lock.json'];
	const findings = await Promise.all(
		lockFiles.map(async (path) => {
			const text = await readFile(join(projectRoot, path), 'utf8').catch(() => undefined);
			if (text === undefined) return [`${path} is missing`];
			const { packages } = JSON.parse(text) as LockFile;
			return Object.entries(packages)
				.filter(([, entry]) => entry.resolved !== undefined || entry.version?.includes('://'))
				.map(([name]) => `${path}: ${name} has a "resolved" address`);
		}),
	);
	return verdict(findings.flat());
}
