/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import packageJson from '../../package.json';

const projectRoot = join(__dirname, '..', '..');

function filesUnder(folder: string, ending: string): string[] {
	return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith(ending))
		.map((path) => join(folder, path))
		.sort();
}

/** `nodes/X/X.node.ts` -> `dist/nodes/X/X.node.js` */
function builtFrom(source: string): string {
	return join('dist', source.replace(/\.ts$/, '.js'));
}

/** n8n's naming rule: a node is called like its file, with a small first letter. */
function nodeNameOf(source: string): string {
	const fileName = basename(source, '.node.ts');
	return fileName.charAt(0).toLowerCase() + fileName.slice(1);
}

function readText(path: string): string {
	return readFileSync(join(projectRoot, path), 'utf8');
}

describe('package.json', () => {
	const manifest: Record<string, unknown> = packageJson;

	it('lists every node that has a source file, and no other', () => {
		const built = filesUnder('nodes', '.node.ts').map(builtFrom);

		expect([...packageJson.n8n.nodes].sort()).toEqual(built);
	});

	it('lists every credential that has a source file, and no other', () => {
		const built = filesUnder('credentials', '.credentials.ts').map(builtFrom);

		expect([...packageJson.n8n.credentials].sort()).toEqual(built);
	});

	it('brings nothing along at run time', () => {
		for (const field of ['dependencies', 'overrides', 'bundleDependencies', 'main']) {
			expect(manifest).not.toHaveProperty(field);
		}
		expect(packageJson.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('publishes dist alone', () => {
		expect(packageJson.files).toEqual(['dist']);
	});

	it('runs nothing on the machine of whoever installs it', () => {
		const installScripts = Object.keys(packageJson.scripts).filter((name) =>
			/^(pre|post)?(install|prepare|prepublish)$/.test(name),
		);

		expect(installScripts).toEqual([]);
	});

	it('keeps n8n’s lint rules locked', () => {
		expect(packageJson.n8n.strict).toBe(true);
	});
});

describe.each(filesUnder('nodes', '.node.ts'))('%s', (source) => {
	const codexFile = source.replace(/\.ts$/, '.json');

	it('has a codex file beside it that names this node of this package', () => {
		const codex = JSON.parse(readText(codexFile)) as { node: string; codexVersion: string };

		expect(codex.node).toBe(`${packageJson.name}.${nodeNameOf(source)}`);
		expect(codex.codexVersion).toBe('1.0');
	});
});

describe.each(filesUnder('icons', '.svg').filter((path) => !path.endsWith('.dark.svg')))(
	'%s',
	(icon) => {
		const darkIcon = icon.replace(/\.svg$/, '.dark.svg');

		it('has a dark variant that differs', () => {
			expect(existsSync(join(projectRoot, darkIcon))).toBe(true);
			expect(readText(darkIcon)).not.toBe(readText(icon));
		});

		it('is a square of 60 by 60 that loads nothing from elsewhere', () => {
			for (const text of [readText(icon), readText(darkIcon)]) {
				expect(text).toContain('viewBox="0 0 60 60"');
				expect(text.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
					/https?:|href|<script|<image/,
				);
			}
		});
	},
);
