/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import packageJson from '../../package.json';

const projectRoot = join(__dirname, '..', '..');

interface Locked {
	dev?: boolean;
}

const lock = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as {
	packages: Record<string, Locked>;
};

const sources = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.map((path) => join(projectRoot, folder, path)),
);

/** Modules that a source file names, whatever the form. */
const modulesIn = (text: string): string[] =>
	[...text.matchAll(/(?:\bfrom |\bimport |\brequire\(|\bimport\()'([\w@./-]+)'/g)].map(
		([, name]) => name,
	);

/** `npm audit --omit=dev` has nothing to look at: this is why. */
describe('what users install', () => {
	it('is this package alone', () => {
		const fields = Object.keys(packageJson).filter((name) => /dependencies$/i.test(name));
		expect(fields.sort()).toEqual(['devDependencies', 'peerDependencies']);
		expect(Object.keys(packageJson.peerDependencies)).toEqual(['n8n-workflow']);
	});

	it('leaves every package of the lock file to development', () => {
		const { '': own, ...others } = lock.packages;
		const installed = Object.keys(others).filter((name) => others[name].dev !== true);
		expect(own).toBeDefined();
		expect(Object.keys(others).length).toBeGreaterThan(100);
		expect(installed).toEqual([]);
	});

	it('loads nothing but what n8n brings', () => {
		const named = sources.flatMap((file) => modulesIn(readFileSync(file, 'utf8')));
		const outside = named.filter((name) => !name.startsWith('.'));
		expect(new Set(outside)).toEqual(new Set(['n8n-workflow']));
	});
});
