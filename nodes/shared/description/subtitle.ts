import type { INodeProperties } from 'n8n-workflow';

import { ANY_RECORD } from '../form/watchForm';
import type { Resource } from '../operations/types';
import { eventNames } from './trigger';

type Named = ReadonlyArray<{ name: string; value: unknown }>;

const namesOf = (entries: Named): Record<string, string> =>
	Object.fromEntries(entries.map(({ name, value }) => [String(value), name]));

/** An expression for what is chosen in a list, by its name in the form. */
const chosen = (parameter: string, entries: Named): string =>
	`((${JSON.stringify(namesOf(entries))})[$parameter["${parameter}"]] || $parameter["${parameter}"])`;

/** What the canvas writes below a node: the chosen entries by their names, such as `Contact · Created or Updated`. */
export const subtitleOf = (...lists: Array<[parameter: string, entries: Named]>): string =>
	`={{ ${lists.map(([parameter, entries]) => chosen(parameter, entries)).join(' + " · " + ')} }}`;

/** The same for Resource and Operation; where operations of the same value have several names, the first is taken. */
export const operationSubtitle = (resources: readonly Resource[]): string =>
	subtitleOf(
		['resource', resources],
		['operation', resources.flatMap(({ operations }) => operations).reverse()],
	);

/** The same for a trigger: the entry of Trigger On, or else Resource and Event. */
export const triggerSubtitle = (triggerOn: INodeProperties, types: Named): string => {
	const presets = (triggerOn.options as Named).filter(({ value }) => value !== ANY_RECORD);
	const otherwise = subtitleOf(['resource', types], ['event', eventNames]).slice(3, -2);
	return `={{ (${JSON.stringify(namesOf(presets))})[$parameter["triggerOn"]] ||${otherwise}}}`;
};
