import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { Resource } from '../operations/types';
import { conditions, holdsFor, type Pair, pairsOf, type Shown, withoutPairs } from './conditions';

/** The options that operations can name, by key. Two keys may hold options of the same name. */
export type OptionPool = Readonly<Record<string, INodeProperties>>;

/** An option, and the operations that have it. */
interface Used {
	option: INodeProperties;
	users: Pair[];
}

/**
 * The Options of a form: one collection for all operations that name any, in which each entry says where it belongs. More
 * than one only where one condition could not say when it shows.
 */
export function optionsProperties(
	resources: readonly Resource[],
	pool: OptionPool,
): INodeProperties[] {
	const used: Used[] = Object.keys(pool).map((key) => ({
		option: pool[key],
		users: resources.flatMap(({ value: resource, operations }) =>
			operations
				.filter(({ options = [] }) => options.includes(key))
				.map(({ value: operation }) => ({ resource, operation })),
		),
	}));
	const users = resources.flatMap(({ value: resource, operations }) =>
		operations
			.filter(({ options = [] }) => options.length > 0)
			.map(({ value: operation }) => ({ resource, operation })),
	);
	return conditions(users, pairsOf(resources)).map((shown) => optionsProperty(shown, users, used));
}

function optionsProperty(shown: Shown, users: Pair[], used: Used[]): INodeProperties {
	const inForm = users.filter((pair) => holdsFor(shown, pair));
	const entries = used.flatMap(({ option, users: own }) =>
		placed(
			option,
			own.filter((pair) => holdsFor(shown, pair)),
			inForm,
		),
	);
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { resource: [...shown.resources], operation: [...shown.operations] } },
		options: entries.sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

/** The entry with its conditions, in the shortest words that say them. */
function placed(option: INodeProperties, users: Pair[], inForm: Pair[]): INodeProperties[] {
	if (users.length === 0) return [];
	return shortest(users, inForm).map((show) => {
		const all = { ...option.displayOptions?.show, ...show };
		const { displayOptions, ...plain } = option;
		const conditioned: IDisplayOptions = {
			...displayOptions,
			...(Object.keys(all).length > 0 ? { show: all } : {}),
		};
		return Object.keys(conditioned).length > 0
			? { ...plain, displayOptions: conditioned }
			: { ...plain };
	});
}

function shortest(users: Pair[], inForm: Pair[]): Array<NonNullable<IDisplayOptions['show']>> {
	const strangers = withoutPairs(inForm, users);
	if (strangers.length === 0) return [{}];
	const operations = [...new Set(users.map(({ operation }) => operation))];
	if (!strangers.some(({ operation }) => operations.includes(operation))) {
		return [{ '/operation': operations }];
	}
	const resources = [...new Set(users.map(({ resource }) => resource))];
	if (!strangers.some(({ resource }) => resources.includes(resource))) {
		return [{ '/resource': resources }];
	}
	return conditions(users, inForm).map((one) => ({
		'/resource': [...one.resources],
		'/operation': [...one.operations],
	}));
}
