/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { operationsPage, schemaFiles, schemaFolder } from '../../scripts/docs/generated';
import type { OutputSchema } from '../../scripts/docs/outputSchema';
import { services } from '../../scripts/docs/services';
import { troubleshootingPage } from '../../scripts/docs/troubleshooting';
import { write } from '../../scripts/docs/write';

const projectRoot = join(__dirname, '..', '..');

const { resolveOutputSchemaPath } = jest.requireActual<{
	resolveOutputSchemaPath(about: {
		nodeDir: string;
		version: number;
		resource: string;
		operation: string;
	}): string | undefined;
}>('n8n-core/dist/nodes-loader/output-schema-resolver');

describe.each(services)('what is made from the tables of $folder', (service) => {
	const files = schemaFiles(service);

	it('has a page of operations that says what the tables say', () => {
		const { path, content } = operationsPage(service);
		expect(readFileSync(join(projectRoot, path), 'utf8')).toBe(content);
	});

	it('has a schema for every operation that says what comes out, where n8n looks for it', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
		try {
			await Promise.all(files.map(({ path, content }) => write(join(folder, path), content)));
			const nodeDir = join(folder, schemaFolder(service), '..');
			const told = service.resources.flatMap(({ value: resource, operations }) =>
				operations
					.filter(({ outputFields }) => outputFields)
					.map(({ value: operation }) => ({ nodeDir, version: 1, resource, operation })),
			);
			const found = told.map((about) => resolveOutputSchemaPath(about));
			expect(found).toEqual(files.map(({ path }) => join(folder, path)));
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});

	it('keeps no schema beside the sources: the build makes them', () => {
		const committed = readdirSync(join(projectRoot, 'nodes', service.folder));
		expect(committed).not.toContain('__schema__');
	});

	it('has schemas that name the type of every field, and nothing that n8n does not read', () => {
		const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
		for (const { content } of files) {
			const { type, properties, version } = JSON.parse(content) as OutputSchema;
			expect({ type, version }).toEqual({ type: 'object', version: 1 });
			const kinds = Object.values(properties ?? {}).map((property) => property.type);
			expect(types).toEqual(expect.arrayContaining(kinds));
			expect(kinds.length).toBeGreaterThan(0);
		}
	});
});

describe('the page of messages', () => {
	const { path, content } = troubleshootingPage();

	it('says what the sources say', () => {
		expect(readFileSync(join(projectRoot, path), 'utf8')).toBe(content);
	});

	it.each([
		['[service] is receiving too many requests', 'Run the workflow less often'],
		['Insightly did not accept the API key', 'a key only works at its own address'],
		["Today's Insightly API calls are used up", 'counted from midnight UTC'],
		['Spotler CRM did not accept the filter or the order', 'data dictionary'],
		['The personal API key lacks the scope …', 'Edit the key in PostHog'],
		['The field to match on is missing', 'a new record would be created each time'],
	])('has the message "%s" with its advice', (message, advice) => {
		const row = content.split('\n').find((line) => line.startsWith(`| ${message} |`));
		expect(row).toContain(advice);
	});

	it('advises something for nearly every message', () => {
		const rows = content.split('\n').filter((line) => /^\| (?!---|Message)/.test(line));
		expect(rows.length).toBeGreaterThan(120);
		const silent = rows.filter((row) => row.endsWith('|  |'));
		expect(silent.length / rows.length).toBeLessThan(0.15);
	});
});

describe('an output schema', () => {
	const folder = Object.fromEntries(services.map((service) => [service.folder, service]));

	it.each([
		['Insightly', 'contact/get'],
		['SpotlerCrm', 'opportunity/get'],
		['PostHogInsights', 'insight/getResult'],
	])('of %s says of each field of %s what its value is', (name, operation) => {
		const file = schemaFiles(folder[name]).find(({ path }) => path.endsWith(`${operation}.json`));
		const { properties } = JSON.parse(file?.content ?? '{}') as OutputSchema;
		const lines = Object.entries(properties ?? {}).map(([field, { type, items }]) =>
			items ? `${field}: ${type} of ${items.type}` : `${field}: ${type}`,
		);
		expect(lines.join('\n')).toMatchSnapshot();
	});
});
