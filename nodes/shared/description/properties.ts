import type {
	DisplayCondition,
	INodeProperties,
	INodePropertyOptions,
	NodeParameterValue,
} from 'n8n-workflow';

import type { Operation, Resource } from '../operations/types';

/**
 * The parameters that operations can share, by key. Two keys may hold parameters of the same name, when one name needs
 * two forms (a mapper that creates and one that matches).
 */
export type ParameterPool = Readonly<Record<string, INodeProperties>>;

interface Pair {
	resource: string;
	operation: string;
}

interface Shown {
	resources: Set<string>;
	operations: Set<string>;
}

/**
 * Everything the node's form needs, from the resource tables: the Resource list, an Operation list each, and each pool
 * parameter once for all operations that use it (more than once only where one condition could not say when).
 * Few properties matter: n8n walks all of them for every item.
 */
export function resourceProperties(
	resources: readonly Resource[],
	pool: ParameterPool,
	defaultResource: string,
): INodeProperties[] {
	return [
		resourceProperty(resources, defaultResource),
		...resources.map(operationProperty),
		...Object.keys(pool).flatMap((key) => shownParameters(key, pool[key], resources)),
	];
}

const byName = (a: INodePropertyOptions, b: INodePropertyOptions): number =>
	a.name.localeCompare(b.name);

function resourceProperty(resources: readonly Resource[], fallback: string): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources
			.map(({ name, value, description }) => ({
				name,
				value,
				...(description ? { description } : {}),
			}))
			.sort(byName),
		default: fallback,
	};
}

/** Every request takes the pagination door of the request engine, so the routing only names the endpoint. */
function operationProperty(resource: Resource): INodeProperties {
	const options = resource.operations.map(operationOption).sort(byName);
	const { value: fallback } = firstShown(resource.operations);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [whenChosen(resource)] } },
		options,
		default: fallback,
	};
}

/**
 * n8n's node panel has a row for each operation whose list names its resource in so many words, and no search among them
 * for community nodes (*observed*, n8n 2.41.1). A condition that says the same otherwise shows the list in the form only.
 */
const whenChosen = ({ value, isRare }: Resource): NodeParameterValue | DisplayCondition =>
	isRare ? { _cnd: { eq: value } } : value;

/** Which operation a form opens with: one that only reads, if there is any. */
function firstShown(operations: readonly Operation[]): Operation {
	const reads = ['getMany', 'get', 'get.*', 'download.*'].map((name) => new RegExp(`^${name}$`));
	const found = reads.map((name) => operations.find(({ value }) => name.test(value)));
	return found.find((operation) => operation !== undefined) ?? operations[0];
}

function operationOption(operation: Operation): INodePropertyOptions {
	const [method, url] = operation.endpoints[0].split(' ');
	return {
		name: operation.name,
		value: operation.value,
		action: operation.action,
		description: operation.description,
		routing: {
			request: { method: method as 'GET', url },
			send: { paginate: true },
		},
	};
}

function shownParameters(
	key: string,
	parameter: INodeProperties,
	resources: readonly Resource[],
): INodeProperties[] {
	const all: Pair[] = resources.flatMap((resource) =>
		resource.operations.map(({ value }) => ({ resource: resource.value, operation: value })),
	);
	const users = resources.flatMap((resource) =>
		resource.operations
			.filter(({ parameters }) => parameters.includes(key))
			.map(({ value }) => ({ resource: resource.value, operation: value })),
	);
	return conditions(users, all).map(({ resources: shownFor, operations }) => ({
		...parameter,
		displayOptions: {
			...parameter.displayOptions,
			show: {
				resource: [...shownFor],
				operation: [...operations],
				...parameter.displayOptions?.show,
			},
		},
	}));
}

/**
 * A condition shows a parameter for every combination of its resources and operations. Joining starts from one condition
 * per operation, and from one per resource: which of them ends with fewer depends on the tables.
 */
function conditions(users: Pair[], all: Pair[]): Shown[] {
	const byOperation = joined(grouped(users, 'operation'), users, all);
	const byResource = joined(grouped(users, 'resource'), users, all);
	return byResource.length < byOperation.length ? byResource : byOperation;
}

function grouped(users: Pair[], by: keyof Pair): Shown[] {
	const keys = [...new Set(users.map((user) => user[by]))];
	return keys.map((key) => {
		const mine = users.filter((user) => user[by] === key);
		return {
			resources: new Set(mine.map(({ resource }) => resource)),
			operations: new Set(mine.map(({ operation }) => operation)),
		};
	});
}

/** Joins two conditions whenever the join covers no existing pair that does not use the parameter. */
function joined(alone: Shown[], users: Pair[], all: Pair[]): Shown[] {
	const wanted = new Set(users.map(({ resource, operation }) => `${resource} ${operation}`));
	const strangers = all.filter(
		({ resource, operation }) => !wanted.has(`${resource} ${operation}`),
	);
	const covers = (shown: Shown): boolean =>
		strangers.every(
			({ resource, operation }) =>
				!shown.resources.has(resource) || !shown.operations.has(operation),
		);
	const hosts: Shown[] = [];
	for (const guest of alone) {
		const host = hosts.find((shown) => covers(union(shown, guest)));
		if (host) Object.assign(host, union(host, guest));
		else hosts.push(guest);
	}
	return hosts;
}

const union = (a: Shown, b: Shown): Shown => ({
	resources: new Set([...a.resources, ...b.resources]),
	operations: new Set([...a.operations, ...b.operations]),
});
