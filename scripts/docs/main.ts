/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
/** `npm run docs`: writes anew what is made from the nodes' tables: pages of operations, forms of the examples. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { withSchemas, type ExampleWorkflow } from './exampleSchemas';
import { operationsPage } from './generated';
import { services } from './services';
import { troubleshootingPage } from './troubleshooting';
import { write } from './write';

const project = join(__dirname, '..', '..');

async function main(): Promise<void> {
	for (const { path, content } of [...services.map(operationsPage), troubleshootingPage()]) {
		await write(join(project, path), content);
		process.stdout.write(`${path} is up to date\n`);
	}
	for (const file of await readdir(join(project, 'examples'))) {
		if (file.endsWith('.json')) await writeExample(join(project, 'examples', file));
	}
	process.stdout.write('examples are up to date\n');
}

async function writeExample(path: string): Promise<void> {
	const example = JSON.parse(await readFile(path, 'utf8')) as ExampleWorkflow;
	const text = JSON.stringify(await withSchemas(example));
	const options = { ...(await resolveConfig(path)), filepath: path };
	await write(path, await format(text, options));
}

void main();
