/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { preProcessFile } from 'typescript';

const nodesFolder = join(__dirname, '..', '..', 'nodes');

const services = ['Insightly', 'PostHogInsights', 'SpotlerCrm'];

/** Folders of a service, and the files that each service has in them under the same name. */
const SKELETON: Readonly<Record<string, readonly string[]>> = {
	api: ['authenticate', 'baseUrl', 'errors', 'formats', 'paging', 'service'],
	fields: [],
	methods: ['credentialTest', 'formChoice', 'index', 'listSearch'],
	operations: ['create', 'delete', 'get', 'getMany', 'index', 'update'],
	output: [],
	parameters: ['filters', 'index', 'locators', 'options'],
	resources: ['index', 'types'],
	trigger: ['feeds', 'parameters', 'poll'],
};

/** What the two CRMs have besides: records with fields of the account's own. */
const CRM_SKELETON: Readonly<Record<string, readonly string[]>> = {
	fields: ['recordValues'],
	methods: ['accountLists', 'loadOptions', 'resourceMapping'],
	operations: ['upsert'],
	output: ['records'],
	parameters: ['mappers'],
	resources: ['contact', 'opportunity', 'user'],
};

const SHARED_FOLDERS = [
	'description',
	'fields',
	'form',
	'operations',
	'output',
	'polling',
	'request',
];

/** Names of all TypeScript files below `nodes/`, such as `SpotlerCrm/api/paging`, with what each imports. */
const imports: ReadonlyMap<string, readonly string[]> = new Map(
	readdirSync(nodesFolder, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.map((path) => [path.replace(/\.ts$/, ''), importsOf(path)]),
);

function importsOf(path: string): string[] {
	const text = readFileSync(join(nodesFolder, path), 'utf8');
	return preProcessFile(text, true, true)
		.importedFiles.map(({ fileName }) => fileName)
		.map((name) => (name.startsWith('.') ? fileOf(join(dirname(path), name)) : name));
}

/** `SpotlerCrm/resources` is its index file. */
function fileOf(path: string): string {
	return existsSync(join(nodesFolder, `${path}.ts`)) ? path : `${path}/index`;
}

const filesIn = (folder: string): string[] =>
	readdirSync(join(nodesFolder, folder), { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => name);

const foldersIn = (folder: string): string[] =>
	readdirSync(join(nodesFolder, folder), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.filter((name) => !name.startsWith('__'));

const missing = (service: string, skeleton: typeof SKELETON): string[] =>
	Object.entries(skeleton).flatMap(([folder, names]) =>
		names.map((name) => `${folder}/${name}`).filter((name) => !imports.has(`${service}/${name}`)),
	);

/** Imports that lead from one place to another, as `from -> to`. */
const leading = (from: RegExp, to: RegExp): string[] =>
	[...imports].flatMap(([file, targets]) =>
		from.test(file)
			? targets.filter((target) => to.test(target)).map((target) => `${file} -> ${target}`)
			: [],
	);

/** Ways that lead from a place back to itself, one for each that is found. */
function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
	const found: string[] = [];
	const finished = new Set<string>();
	const walk = (place: string, way: readonly string[]) => {
		if (way.includes(place)) {
			found.push([...way.slice(way.indexOf(place)), place].join(' -> '));
			return;
		}
		if (finished.has(place)) return;
		for (const next of graph.get(place) ?? []) walk(next, [...way, place]);
		finished.add(place);
	};
	for (const place of graph.keys()) walk(place, []);
	return found;
}

/** The graph of imports between the places that files belong to. */
function graphOf(placeOf: (file: string) => string): Map<string, Set<string>> {
	const graph = new Map<string, Set<string>>();
	for (const [file, targets] of imports) {
		const place = placeOf(file);
		const others = targets.filter((target) => imports.has(target)).map(placeOf);
		const known = graph.get(place) ?? new Set<string>();
		graph.set(place, new Set([...known, ...others.filter((other) => other !== place)]));
	}
	return graph;
}

const reachesOperations = (file: string): boolean =>
	(imports.get(file) ?? []).some(
		(target) =>
			/^(?!shared)\w+\/operations\//.test(target) ||
			(/^\w+\/resources\//.test(target) && reachesOperations(target)),
	);

/**
 * The place of a file: its folder, but `resources` is three. What a record type looks like (`types`) stands at the bottom,
 * the types themselves below the operations, and the tables of what each offers above them, because they name operations.
 */
function placeOf(file: string): string {
	const [service, folder, name] = file.split('/');
	if (folder !== 'resources') return `${service}/${folder}`;
	if (name === 'types') return file;
	return reachesOperations(file) ? `${service}/tables of operations` : `${service}/${folder}`;
}

describe.each(services)('%s', (service) => {
	it('has the same folders as the others, and files of the same names in them', () => {
		expect(foldersIn(service)).toEqual(Object.keys(SKELETON));
		expect(missing(service, SKELETON)).toEqual([]);
	});

	it('has nothing but the files of its two nodes in its root', () => {
		expect(filesIn(service)).toEqual([
			`${service}.node.json`,
			`${service}.node.ts`,
			`${service}Trigger.node.json`,
			`${service}Trigger.node.ts`,
		]);
	});

	it('imports only itself, what is shared, and n8n-workflow', () => {
		const own = new RegExp(`^${service}/`);
		const others = new RegExp(`^(?!${service}/|shared/|n8n-workflow$)`);
		expect(leading(own, others)).toEqual([]);
	});

	it('has rooms below the operations that know nothing of them', () => {
		const below = new RegExp(`^${service}/(api|fields|resources/types)`);
		const above = new RegExp(`^${service}/(operations|trigger|methods|resources/index)`);
		expect(leading(below, above)).toEqual([]);
	});

	it('has operations that know nothing of forms, triggers and the list of resources', () => {
		const operations = new RegExp(`^${service}/operations/`);
		const above = new RegExp(`^${service}/(methods|trigger|resources/index)`);
		expect(leading(operations, above)).toEqual([]);
	});
});

describe.each(['Insightly', 'SpotlerCrm'])('%s, a CRM', (service) => {
	it('has what the other CRM has', () => {
		expect(missing(service, CRM_SKELETON)).toEqual([]);
	});
});

describe('what is shared', () => {
	it('has its rooms and nothing beside them', () => {
		expect(foldersIn('shared')).toEqual(SHARED_FOLDERS);
		expect(filesIn('shared')).toEqual([]);
	});

	it('knows no service', () => {
		expect(leading(/^shared\//, /^(?!shared\/|n8n-workflow$)/)).toEqual([]);
	});
});

describe('imports', () => {
	it('lead to files that exist', () => {
		const lost = [...imports].flatMap(([file, targets]) =>
			targets
				.filter((target) => target !== 'n8n-workflow' && !imports.has(target))
				.map((target) => `${file} -> ${relative('.', target)}`),
		);
		expect(lost).toEqual([]);
	});

	it('never lead from a file back to itself', () => {
		expect(circles(graphOf((file) => file))).toEqual([]);
	});

	it('never lead from a folder back to itself', () => {
		expect(circles(graphOf(placeOf))).toEqual([]);
	});
});
