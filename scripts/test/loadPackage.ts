/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
/**
 * Loads an unpacked package with n8n's own loader, as n8n does when it starts: `loadPackage.ts <package folder>`.
 * Ends with 1 and the findings when something that package.json promises is not there.
 */
import { access, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The part of package.json that promises something to n8n. */
interface Manifest {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
}

interface Loaded {
	name: string;
	iconUrl?: unknown;
	codex?: unknown;
}

async function missingIcons(
	folder: string,
	packageName: string,
	{ name, iconUrl }: Loaded,
): Promise<string[]> {
	const urls = typeof iconUrl === 'object' ? Object.values(iconUrl ?? {}) : [iconUrl];
	if (urls.length < 2) return [`${name} has no light and dark icon`];
	const prefix = `icons/${packageName}/`;
	const findings = urls.map(async (url) => {
		const path = String(url).replace(prefix, '');
		const found = await access(join(folder, path)).then(
			() => true,
			() => false,
		);
		return found ? [] : [`${name}: the icon ${path} is not in the package`];
	});
	return (await Promise.all(findings)).flat();
}

function missing(kind: string, listed: string[], ending: string, loaded: Loaded[]): string[] {
	const names = new Set(loaded.map(({ name }) => name.toLowerCase()));
	return listed
		.map((path) => basename(path, ending))
		.filter((name) => !names.has(name.toLowerCase()))
		.map((name) => `${kind} ${name} was not loaded`);
}

async function main(folder: string): Promise<string[]> {
	Object.assign(process.env, { N8N_USER_FOLDER: tmpdir(), N8N_LOG_LEVEL: 'error' });
	const text = await readFile(join(folder, 'package.json'), 'utf8');
	const manifest = JSON.parse(text) as Manifest;
	const { PackageDirectoryLoader } = await import('n8n-core');
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	const { nodes, credentials } = loader.types;
	const all: Loaded[] = [...nodes, ...credentials];
	return [
		...missing('node', manifest.n8n.nodes, '.node.js', nodes),
		...missing('credential', manifest.n8n.credentials, '.credentials.js', credentials),
		...nodes.filter(({ codex }) => !codex).map(({ name }) => `${name} has no codex file`),
		...(
			await Promise.all(all.map(async (type) => await missingIcons(folder, manifest.name, type)))
		).flat(),
	];
}

void main(process.argv[2]).then((findings) => {
	process.stdout.write(findings.map((finding) => `${finding}\n`).join(''));
	process.exitCode = findings.length === 0 ? 0 : 1;
});
