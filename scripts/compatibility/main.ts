/**
 * `npm run test:compatibility`: the nodes on the engine of other releases of n8n, in process. Without more, on the oldest
 * one that works and the newest one that is built against; `-- --n8n 1.110.1` names others. Each is installed in the
 * cache folder, outside the repository.
 */
import { cacheDir } from '../start/cache';
import { startChild } from '../start/children';
import {
	commandLine,
	environment,
	exitWith,
	fs,
	join,
	nodeBinary,
	parseArgs,
	projectDir,
	screen,
} from '../start/machine';
import { npmCommand, runToEnd } from '../start/run';
import { say, showProgress } from '../start/say';
import { reasonOf, Stop } from '../start/stop';
import { oldest } from './oldest';

interface Release {
	n8n: string;
	'n8n-core': string;
	'n8n-workflow': string;
}

/** The engine that a release of n8n has, as its own package says. */
async function releaseOf(n8n: string): Promise<Release> {
	if (n8n === oldest.n8n) return oldest;
	const [npm, ...first] = npmCommand(nodeBinary);
	const { stdout, exitCode } = await startChild(
		npm,
		[...first, 'view', `n8n@${n8n}`, 'dependencies', '--json'],
		{ cwd: projectDir, env: environment, buffer: true },
	);
	const parts = exitCode === 0 && stdout ? (JSON.parse(stdout) as Partial<Release>) : {};
	const { 'n8n-core': core, 'n8n-workflow': workflow } = parts;
	if (!core || !workflow) throw new Stop(`There is no n8n ${n8n} in the registry.`);
	return { n8n, 'n8n-core': core, 'n8n-workflow': workflow };
}

/** What n8n's own lock file holds back: newer parts of LangChain want this zod, and no release asks for it. */
const alsoNeeded = { zod: '3.25.76' };

/** Installs the engine of a release. @returns its folder */
async function install({ n8n, ...packages }: Release): Promise<string> {
	const folder = join(cacheDir(), 'compatibility', n8n);
	if (fs.existsSync(join(folder, 'installed'))) return folder;
	fs.rmSync(folder, { recursive: true, force: true });
	fs.mkdirSync(folder, { recursive: true });
	fs.writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
	const [npm, ...first] = npmCommand(nodeBinary);
	const wanted = Object.entries({ ...packages, ...alsoNeeded }).map(
		([name, version]) => `${name}@${version}`,
	);
	const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'];
	await showProgress(`Installing the engine of n8n ${n8n}`, async () => {
		await runToEnd(npm, [...first, 'install', ...flags, ...wanted], {
			cwd: folder,
			otherwise: `The engine of n8n ${n8n} could not be installed.`,
		});
	});
	fs.writeFileSync(join(folder, 'installed'), '');
	return folder;
}

/** Runs the suite; its output goes to the terminal. @returns whether everything passed */
async function passes(folder: string): Promise<boolean> {
	const jest = join(projectDir, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = join(projectDir, 'test', 'compatibility', 'jest.config.js');
	const child = startChild(
		nodeBinary,
		[jest, '--config', config, '--maxWorkers=2', '--forceExit'],
		{
			cwd: projectDir,
			env: { ...environment, N8N_UNDER_TEST: folder },
			buffer: false,
		},
	);
	child.all?.on('data', (chunk: Buffer) => screen.write(chunk));
	return (await child).exitCode === 0;
}

async function main(): Promise<number> {
	const { values } = parseArgs({
		args: [...commandLine],
		options: { n8n: { type: 'string', multiple: true } },
	});
	const asked = values.n8n ?? [oldest.n8n, 'latest'];
	const failed: string[] = [];
	for (const n8n of asked) {
		const release = await releaseOf(n8n);
		say(
			`\n#### n8n ${n8n}: n8n-core ${release['n8n-core']}, n8n-workflow ${release['n8n-workflow']}`,
		);
		if (!(await passes(await install(release)))) failed.push(n8n);
	}
	say(`\ncompatibility: ${asked.length - failed.length} passed, ${failed.length} failed`);
	return failed.length === 0 ? 0 : 1;
}

main().then(exitWith, (thrown: unknown) => {
	say(thrown instanceof Stop ? thrown.message : reasonOf(thrown));
	return exitWith(1);
});
