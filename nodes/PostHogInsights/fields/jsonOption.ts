import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { isObject } from '../../shared/request/rows';

/**
 * A JSON object among the form's options, given as text or as an object; undefined when it is empty.
 * @throws NodeOperationError for anything else
 */
export function jsonObjectOption(
	item: ItemContext,
	name: string,
	label: string,
	example: string,
): IDataObject | undefined {
	const value = item.collection('options')[name];
	if (value === undefined || value === null || value === '') return undefined;
	const parsed = typeof value === 'string' ? parse(value) : value;
	if (!isObject(parsed)) {
		throw item.refuse(`${label} is not a JSON object`, `Write it like ${example}.`);
	}
	return Object.keys(parsed).length === 0 ? undefined : parsed;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
