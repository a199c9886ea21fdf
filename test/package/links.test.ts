/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const projectRoot = join(__dirname, '..', '..');

const inFolder = (folder: string): string[] =>
	readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md'))
		.map((name) => join(folder, name));

const pages = [
	...readdirSync(projectRoot).filter((name) => name.endsWith('.md')),
	...inFolder('docs'),
	...(existsSync(join(projectRoot, 'examples')) ? inFolder('examples') : []),
];

/** Text outside of code. */
const proseOf = (path: string): string =>
	readFileSync(join(projectRoot, path), 'utf8')
		.replace(/^```[\s\S]*?^```/gm, '')
		.replace(/`[^`\n]*`/g, '');

/** A heading as GitHub makes its anchor. */
const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');

const anchorsIn = (path: string): string[] =>
	[...readFileSync(join(projectRoot, path), 'utf8').matchAll(/^#{1,6} (.*)$/gm)].map(
		([, heading]) => anchorOf(heading),
	);

const linksIn = (path: string): string[] =>
	[...proseOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);

const isInternal = (target: string): boolean => !/^[a-z]+:/i.test(target);

describe('the pages', () => {
	it.each(pages)('%s leads only to what is there', (page) => {
		const lost = linksIn(page)
			.filter(isInternal)
			.filter((target) => {
				const [file, anchor] = target.split('#');
				const path = file === '' ? page : join(dirname(page), file);
				if (!existsSync(join(projectRoot, path))) return true;
				return anchor !== undefined && !anchorsIn(path).includes(anchor);
			});
		expect(lost).toEqual([]);
	});

	it('are not empty', () => {
		for (const page of pages) expect(proseOf(page).trim()).not.toBe('');
	});
});
