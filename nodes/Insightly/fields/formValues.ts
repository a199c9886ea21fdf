import type { IDataObject } from 'n8n-workflow';

import { isEmpty } from '../../shared/fields/blank';
import { listEntries } from '../../shared/fields/lists';
import { checkedValues } from '../../shared/fields/mapper';
import type { Field } from '../../shared/fields/types';
import type { ItemContext } from '../../shared/form/itemContext';
import { insightlyLayout } from './layout';

/**
 * Values of a small form under the API's names, checked against their fields; what was left empty is not sent.
 * @throws NodeOperationError that names every value that cannot be right.
 */
export function formValues(
	item: ItemContext,
	fields: readonly Field[],
	values: Readonly<Record<string, unknown>>,
): IDataObject {
	const given = Object.entries(values).filter(([, value]) => !isEmpty(value));
	return checkedValues(
		item,
		Object.fromEntries(given) as IDataObject,
		(name) => fields.find((field) => field.name === name),
		insightlyLayout,
		'create',
	);
}

/** An object is no entry, but the error about it has to show what was given. */
const textOf = (entry: unknown): string =>
	typeof entry === 'object' && entry !== null ? JSON.stringify(entry) : String(entry);

/** "a, b" or a list of texts, also as JSON, as its parts, each once. */
export const separated = (value: unknown): string[] => [
	...new Set(listEntries(value, /[,\n]/).map(textOf)),
];
