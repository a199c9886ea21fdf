/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
/** `npm run docs`: writes the pages of operations anew from the nodes' tables. */
import { join } from 'node:path';

import { operationsPage } from './generated';
import { services } from './services';
import { write } from './write';

async function main(): Promise<void> {
	for (const service of services) {
		const { path, content } = operationsPage(service);
		await write(join(__dirname, '..', '..', path), content);
		process.stdout.write(`${path} is up to date\n`);
	}
}

void main();
