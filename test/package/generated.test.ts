/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { schemaFiles, schemaFolder, withOperationTable } from '../../scripts/docs/generated';
import { services } from '../../scripts/docs/services';

const projectRoot = join(__dirname, '..', '..');

const textOf = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

/** Tables are compared by their cells: how the formatter pads them does not matter. */
const cellsOf = (page: string): string[] =>
	page
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) => line.replace(/\s*\|\s*/g, '|').replace(/-+/g, '-'));

describe.each(services)('what is made from the tables of $folder', (service) => {
	it('has one output schema for every operation that says what comes out, and no other file', () => {
		const files = readdirSync(join(projectRoot, schemaFolder(service)), {
			recursive: true,
			encoding: 'utf8',
		});
		const present = files.filter((path) => path.endsWith('.json'));
		const wanted = schemaFiles(service).map(({ path }) =>
			path.slice(schemaFolder(service).length + 1),
		);
		expect(present.sort()).toEqual(wanted.sort());
	});

	it('has schemas that say what the tables say', () => {
		const stale = schemaFiles(service).filter(
			({ path, content }) =>
				!existsSync(join(projectRoot, path)) ||
				JSON.stringify(JSON.parse(textOf(path))) !== JSON.stringify(JSON.parse(content)),
		);
		expect(stale.map(({ path }) => path)).toEqual([]);
	});

	it('has a guide whose table of operations says what the tables say', () => {
		const page = textOf(service.page);
		expect(cellsOf(page)).toEqual(cellsOf(withOperationTable(page, service)));
	});
});
