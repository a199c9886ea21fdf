/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
/**
 * `npm run docs`: writes the output schemas and the tables of operations anew from the nodes' tables. Words after it name
 * the services that are meant; without any, all are.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { schemaFiles, schemaFolder, withOperationTable } from './generated';
import { services } from './services';

const projectRoot = join(__dirname, '..', '..');

async function write(path: string, content: string): Promise<void> {
	const file = join(projectRoot, path);
	const style = await resolveConfig(file);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, await format(content, { ...style, filepath: file }));
}

async function main(names: string[]): Promise<void> {
	const meant = services.filter(({ folder }) => names.length === 0 || names.includes(folder));
	for (const service of meant) {
		await rm(join(projectRoot, schemaFolder(service)), { recursive: true, force: true });
		for (const { path, content } of schemaFiles(service)) await write(path, content);
		const page = await readFile(join(projectRoot, service.page), 'utf8');
		await write(service.page, withOperationTable(page, service));
		process.stdout.write(`${service.folder}: schemas and ${service.page} are up to date\n`);
	}
}

void main(process.argv.slice(2));
