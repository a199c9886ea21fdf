/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
	projectRoot,
	runCommand,
	verdict,
	verdictOf,
	type CheckResult,
	type CommandResult,
} from './check';
import { schemaFiles } from '../docs/generated';
import { services } from '../docs/services';

/** What may be in the package besides dist; npm adds these files by itself. */
const rootFiles = /^(package\.json|README\.md|LICENSE\.md|CHANGELOG\.md)$/;
/** What a published node consists of. */
const distFiles =
	/^dist\/(package\.json|(nodes|credentials|icons)\/.+\.(js|js\.map|d\.ts|json|svg))$/;

async function runScript(name: string, env: Record<string, string>, ...args: string[]) {
	const script = join(__dirname, name);
	return await runCommand(process.execPath, ['--import', 'tsx', script, ...args], { env });
}

async function build(project: string): Promise<CommandResult> {
	return await runCommand('npm', ['run', '--silent', 'build'], { cwd: project });
}

/** Packs as `npm publish` would and unpacks into `<folder>/package`, beside a link to the installed n8n-workflow. */
async function packInto(folder: string, project: string): Promise<CommandResult> {
	const words = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
	const packed = await runCommand('npm', words, { cwd: project });
	if (packed.code !== 0) return packed;
	const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
	await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'), 'dir');
	return await runCommand('tar', ['-xzf', join(folder, tarball), '-C', folder]);
}

async function findStrangers(packageFolder: string): Promise<CheckResult> {
	const entries = await readdir(packageFolder, { recursive: true, withFileTypes: true });
	const strangers = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(packageFolder.length + 1))
		.filter((path) => !rootFiles.test(path) && !distFiles.test(path));
	return verdict(strangers.map((path) => `${path} does not belong into the published package`));
}

/** The build makes them last: a package without them would only show it in n8n's panels. */
async function findMissingSchemas(packageFolder: string): Promise<CheckResult> {
	const paths = services
		.filter(({ folder }) => existsSync(join(packageFolder, 'dist', 'nodes', folder)))
		.flatMap((service) => schemaFiles(service))
		.map(({ path }) => path);
	const findings = paths.map(async (path) =>
		access(join(packageFolder, 'dist', path)).then(
			() => [],
			() => [`dist/${path} is missing`],
		),
	);
	return verdict((await Promise.all(findings)).flat());
}

function titled(title: string, result: CheckResult): CheckResult {
	return { ...result, output: result.output && `${title}:\n${result.output}` };
}

function sum(results: CheckResult[]): CheckResult {
	return {
		passed: results.reduce((total, { passed }) => total + passed, 0),
		failed: results.reduce((total, { failed }) => total + failed, 0),
		output: results
			.map(({ output }) => output)
			.filter((output) => output !== '')
			.join('\n\n'),
	};
}

/**
 * Builds, packs and examines the package as n8n's own scan does, without the network: the sources with comments
 * that switch rules off ignored, then the packed files. Also loads every node and credential from the packed files.
 */
export const examinePackage = async (): Promise<CheckResult> => await examine(projectRoot);

/** The same for a package in another folder, with n8n's lint rules in front: what `npm run split` writes. */
export async function examineFolder(project: string): Promise<CheckResult> {
	const modules = join(project, 'node_modules');
	if (!existsSync(modules)) await symlink(join(projectRoot, 'node_modules'), modules, 'dir');
	const tool = join(projectRoot, 'node_modules', '@n8n/node-cli/bin/n8n-node.mjs');
	const lint = await runCommand(process.execPath, [tool, 'lint'], { cwd: project });
	const warns = /✖ \d+ problem/.test(lint.output);
	return sum([
		titled('Lint, strict', warns ? verdict(lint.output) : verdictOf(lint)),
		await examine(project),
	]);
}

async function examine(project: string): Promise<CheckResult> {
	const folder = await mkdtemp(join(tmpdir(), 'packed-package-'));
	const packageFolder = join(folder, 'package');
	const scanTemp = join(folder, 'scan');
	try {
		const built = titled('Build', verdictOf(await build(project)));
		if (built.failed > 0) return built;
		const packed = titled('Pack', verdictOf(await packInto(folder, project)));
		if (packed.failed > 0) return sum([built, packed]);
		await mkdir(scanTemp);
		const scan = async (leg: string, target: string) =>
			verdictOf(await runScript('scanLeg.mjs', { TMPDIR: scanTemp }, leg, target));
		return sum([
			built,
			packed,
			titled('Contents of the packed package', await findStrangers(packageFolder)),
			titled('Output schemas in the packed package', await findMissingSchemas(packageFolder)),
			titled('Scan of the sources', await scan('source', project)),
			titled('Scan of the packed package', await scan('tarball', packageFolder)),
			titled(
				'Loading the packed package',
				verdictOf(await runScript('loadPackage.ts', { TMPDIR: scanTemp }, packageFolder)),
			),
		]);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
