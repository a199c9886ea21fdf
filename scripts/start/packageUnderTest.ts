import { createHash, fs, join, nodeBinary, projectDir } from './machine';
import { npmCommand, runToEnd } from './run';
import { showProgress } from './say';
import { Stop } from './stop';

/** What the published package is made of; anything else may change without a new build. */
const ingredients = [
	'nodes',
	'credentials',
	'icons',
	'scripts/docs',
	'package.json',
	'tsconfig.json',
	'gulpfile.js',
	'README.md',
];

/**
 * Builds and packs the package and unpacks the tarball where n8n keeps installed community packages, so that n8n
 * loads what a user would get. Does nothing when the same sources are unpacked there already.
 * Gives the package's name, which n8n puts before its node types. Throws `Stop` when the build or npm pack fails.
 */
export async function installPackage(homeDir: string): Promise<string> {
	const { name } = readJson<{ name: string }>(join(projectDir, 'package.json'));
	const target = join(homeDir, '.n8n', 'nodes', 'node_modules', name);
	const stampFile = join(homeDir, 'package.stamp');
	const stamp = hashOfSources();
	const unpacked = fs.existsSync(target) && fs.existsSync(stampFile);
	if (unpacked && fs.readFileSync(stampFile, 'utf8') === stamp) return name;
	fs.rmSync(stampFile, { force: true });
	await showProgress(
		'Building and packing this package',
		async () => await buildInto(homeDir, target),
	);
	fs.writeFileSync(stampFile, stamp);
	return name;
}

async function buildInto(homeDir: string, target: string): Promise<void> {
	const [npm, ...first] = npmCommand(nodeBinary);
	await runToEnd(npm, [...first, 'run', 'build'], {
		cwd: projectDir,
		// Without it the build tool draws a moving picture into its output.
		env: { CI: 'true' },
		otherwise: 'The package could not be built (npm run build).',
	});
	const packDir = join(homeDir, 'packed');
	fs.rmSync(packDir, { recursive: true, force: true });
	fs.mkdirSync(packDir);
	await runToEnd(npm, [...first, 'pack', '--ignore-scripts', '--pack-destination', packDir], {
		cwd: projectDir,
		otherwise: 'The package could not be packed (npm pack).',
	});
	const tarball = fs.readdirSync(packDir).find((file) => file.endsWith('.tgz'));
	if (!tarball) throw new Stop(`npm pack wrote no tarball into ${packDir}.`);
	fs.rmSync(target, { recursive: true, force: true });
	fs.mkdirSync(target, { recursive: true });
	await runToEnd('tar', ['-xzf', join(packDir, tarball), '-C', target, '--strip-components=1'], {
		cwd: homeDir,
		otherwise: 'The packed package could not be unpacked (tar).',
	});
}

function hashOfSources(): string {
	const hash = createHash('sha256');
	for (const file of ingredients.flatMap((name) => filesIn(join(projectDir, name)))) {
		hash.update(`${file}\n`).update(fs.readFileSync(file));
	}
	return hash.digest('hex');
}

function filesIn(path: string): string[] {
	if (!fs.existsSync(path)) return [];
	if (!fs.statSync(path).isDirectory()) return [path];
	const names = fs.readdirSync(path).sort();
	return names.flatMap((name) => filesIn(join(path, name)));
}

function readJson<T>(file: string): T {
	return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
}
