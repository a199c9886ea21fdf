import type { INodeProperties } from 'n8n-workflow';

import type { Resource } from '../operations/types';
import { conditions, pairsOf } from './conditions';
import { operationProperties } from './operationLists';
import { type OptionPool, optionsProperties } from './options';

/**
 * The parameters that operations can share, by key. Two keys may hold parameters of the same name, when one name needs
 * two forms (a mapper that creates and one that matches).
 */
export type ParameterPool = Readonly<Record<string, INodeProperties>>;

/**
 * Everything the node's form needs, from the resource tables: the Resource list, the Operation lists, each pool parameter
 * once for all operations that use it (more than once only where one condition could not say when), and the options.
 * Few properties matter: n8n walks all of them for every item.
 */
export function resourceProperties(
	resources: readonly Resource[],
	pool: ParameterPool,
	options: OptionPool,
	defaultResource: string,
): INodeProperties[] {
	return [
		resourceProperty(resources, defaultResource),
		...operationProperties(resources),
		...Object.keys(pool).flatMap((key) => shownParameters(key, pool[key], resources)),
		...optionsProperties(resources, options),
	];
}

/**
 * Every request takes the pagination door of the request engine. n8n asks for routing wherever a parameter is shown, so
 * it is said once, here, and operations need to say nothing.
 */
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
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: fallback,
		routing: { send: { paginate: true } },
	};
}

function shownParameters(
	key: string,
	parameter: INodeProperties,
	resources: readonly Resource[],
): INodeProperties[] {
	const users = resources.flatMap((resource) =>
		resource.operations
			.filter(({ parameters }) => parameters.includes(key))
			.map(({ value }) => ({ resource: resource.value, operation: value })),
	);
	return conditions(users, pairsOf(resources)).map(({ resources: shownFor, operations }) => ({
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
