import { fs, join, projectDir } from '../../scripts/start/machine';

interface LockFile {
	packages: Record<string, { version?: string; resolved?: string }>;
}

const folder = join(projectDir, 'scripts', 'n8n');
const lockText = fs.readFileSync(join(folder, 'package-lock.json'), 'utf8');
const lock = JSON.parse(lockText) as LockFile;
const versionOf = (name: string) => lock.packages[`node_modules/${name}`]?.version;

describe('the recipe of the n8n that npm start installs', () => {
	it('names no address to fetch packages from', () => {
		const withAddress = Object.values(lock.packages).filter(({ resolved }) => resolved);
		expect(withAddress).toEqual([]);
		expect(lockText).not.toMatch(/https?:\/\/[^"]*\.tgz/);
	});

	it('pins the n8n and the Node.js 24 of each platform that the package file asks for', () => {
		const asked = JSON.parse(fs.readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
			'dependencies' | 'optionalDependencies',
			Record<string, string>
		>;
		for (const [name, version] of Object.entries({
			...asked.dependencies,
			...asked.optionalDependencies,
		})) {
			expect([name, versionOf(name)]).toEqual([name, version]);
		}
	});

	it('runs the n8n whose core the in-process tests use', () => {
		const { devDependencies } = JSON.parse(
			fs.readFileSync(join(projectDir, 'package.json'), 'utf8'),
		) as { devDependencies: Record<string, string> };
		expect(versionOf('n8n')).toBe('2.41.1');
		expect(versionOf('n8n-core')).toBe(devDependencies['n8n-core']);
		expect(versionOf('n8n-workflow')).toBe(devDependencies['n8n-workflow']);
	});
});
