/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
/** Last step of `npm run build`: writes the output schemas of all operations into dist. */
import { join } from 'node:path';

import { schemaFiles } from './generated';
import { services } from './services';
import { write } from './write';

async function main(): Promise<void> {
	const dist = join(__dirname, '..', '..', 'dist');
	const files = services.flatMap((service) => schemaFiles(service));
	await Promise.all(files.map(async ({ path, content }) => await write(join(dist, path), content)));
}

void main();
