/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import manifest from '../../package.json';
import { schemaFiles } from '../docs/generated';
import { services } from '../docs/services';
import { projectRoot } from '../test/check';
import type { SinglePackage } from './packages';

/** Files that every package needs as they are. */
const AS_THEY_ARE = [
	'eslint.config.mjs',
	'index.js',
	'LICENSE.md',
	'SECURITY.md',
	'tsconfig.json',
	'.prettierrc.json',
];

/** Development tools that building, checking and releasing a node needs; the rest belongs to this project's tests. */
const TOOLS = [
	'@n8n/node-cli',
	'@types/node',
	'eslint',
	'gulp',
	'n8n-workflow',
	'prettier',
	'release-it',
	'typescript',
] as const;

/** Writes a package into its folder, anew. Everything in it is copied or made from this project; nothing by hand. */
export async function writePackage(single: SinglePackage, target: string): Promise<void> {
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	for (const path of [`nodes/${single.folder}`, 'nodes/shared', ...AS_THEY_ARE]) {
		await cp(join(projectRoot, path), join(target, path), { recursive: true });
	}
	const credentials = await copyStarting('credentials', single.folder, target);
	await copyStarting('icons', `${single.icon}.`, target);
	await put(
		target,
		'package.json',
		`${JSON.stringify(manifestOf(single, credentials), null, '\t')}\n`,
	);
	await put(target, 'gulpfile.js', GULPFILE);
	const service = services.find(({ folder }) => folder === single.folder);
	if (!service) throw new Error(`There is no service ${single.folder}`);
	for (const { path, content } of schemaFiles(service)) await put(target, path, content);
	const operations = `docs/operations/${service.guide}`;
	await put(target, operations, withoutGuide(await read(operations)));
	await put(target, 'README.md', readme(single, await read(`docs/${service.guide}`)));
}

async function copyStarting(folder: string, start: string, target: string): Promise<string[]> {
	const names = (await readdir(join(projectRoot, folder))).filter((name) => name.startsWith(start));
	for (const name of names) await cp(join(projectRoot, folder, name), join(target, folder, name));
	return names;
}

const read = async (path: string): Promise<string> =>
	await readFile(join(projectRoot, path), 'utf8');

async function put(target: string, path: string, content: string): Promise<void> {
	const file = join(target, path);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, content);
}

function manifestOf({ name, folder, description, keywords }: SinglePackage, credentials: string[]) {
	const { n8n, version, license, author, engines, files, peerDependencies, devDependencies } =
		manifest;
	const inDist = (path: string): string => `dist/${path.replace(/\.ts$/, '.js')}`;
	const repository = manifest.repository.url.replace(manifest.name, name);
	return {
		name,
		version,
		description,
		license,
		homepage: manifest.homepage.replaceAll(manifest.name, name),
		bugs: { url: manifest.bugs.url.replaceAll(manifest.name, name) },
		repository: { type: 'git', url: repository.replaceAll(manifest.name, name) },
		author,
		keywords,
		engines,
		files,
		scripts: {
			build: 'gulp --silent clean && tsc && gulp --silent',
			lint: 'n8n-node lint',
			release: 'n8n-node release',
			prepublishOnly: 'n8n-node prerelease',
		},
		n8n: {
			n8nNodesApiVersion: n8n.n8nNodesApiVersion,
			strict: n8n.strict,
			credentials: credentials.map((file) => inDist(`credentials/${file}`)),
			nodes: n8n.nodes.filter((path) => path.startsWith(`dist/nodes/${folder}/`)),
		},
		devDependencies: Object.fromEntries(TOOLS.map((tool) => [tool, devDependencies[tool]])),
		peerDependencies,
	};
}

const GULPFILE = `const { rm } = require('node:fs/promises');

const { dest, src } = require('gulp');

/** What tsc leaves out: the icons. Codex files and output schemas are in tsconfig's include. */
function icons() {
	return src('icons/**/*.svg', { base: '.', encoding: false }).pipe(dest('dist'));
}

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

exports.clean = clean;
exports.default = icons;
`;

/** The guide as README: what the package is and how it comes in, then everything that the guide says. */
function readme({ name, title, description }: SinglePackage, guide: string): string {
	const body = guide
		.replace(/^# .*\n/, '')
		.replace(/\]\(operations\//g, '](docs/operations/')
		// Pages of the whole project are not in this package.
		.replace(/\[([^\]]+)\]\((?!#|https?:|docs\/)[^)]*\)/g, '$1')
		.replace(/!\[[^\]]*\]\([^)]*\)\n*/g, '');
	return `# ${name}

${description}.

## Install

In a self-hosted n8n: **Settings → Community nodes → Install**, then enter \`${name}\`. On n8n Cloud, search for
_${title}_ in the node panel once the package is verified.

## ${title}
${body}
## License

[MIT](LICENSE.md)
`;
}

const withoutGuide = (page: string): string =>
	page.replace(/\]\(\.\.\/[^)]*\)/, '](../../README.md)');
