import type { Resource } from '../../nodes/shared/operations/types';

/** One row of the table: a resource, an operation, and what it asks the API for. */
export type TableRow = readonly [resource: string, operation: string, endpoints: string];

/** Every operation of every resource with its endpoints, in the order of the node's lists. */
export function operationRows(resources: readonly Resource[], basePath = ''): TableRow[] {
	return sorted(resources).flatMap(({ name, operations }) =>
		sorted(operations).map(
			(operation): TableRow => [
				name,
				operation.name,
				shortened(operation.endpoints)
					.map((endpoint) => `\`${endpoint.replace(' ', ` ${basePath}`)}\``)
					.join('<br>'),
			],
		),
	);
}

/** The table as Markdown. The formatter leaves it alone, because aligned columns would be mostly blanks. */
export function operationTable(resources: readonly Resource[], basePath?: string): string {
	const lines = operationRows(resources, basePath).map((cells) => `| ${cells.join(' | ')} |`);
	return [
		'<!-- prettier-ignore-start -->',
		'| Resource | Operation | Endpoints |',
		'| --- | --- | --- |',
		...lines,
		'<!-- prettier-ignore-end -->',
	].join('\n');
}

const sorted = <Row extends { name: string }>(rows: readonly Row[]): Row[] =>
	[...rows].sort((a, b) => a.name.localeCompare(b.name));

/** Endpoints that differ in their collection only become one: `GET /{Contacts, Leads}/{id}/Tags`. */
function shortened(endpoints: readonly string[]): string[] {
	const collections = new Map<string, string[]>();
	for (const endpoint of endpoints) {
		const [, verb, collection, rest] = /^(\S+) \/([^/]+)(.*)$/.exec(endpoint) ?? [];
		const key = `${verb} /*${rest}`;
		collections.set(key, [...(collections.get(key) ?? []), collection]);
	}
	return [...collections].map(([key, names]) =>
		key.replace('*', names.length > 1 ? `{${names.join(', ')}}` : names[0]),
	);
}
