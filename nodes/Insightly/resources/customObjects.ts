import type { ItemContext } from '../../shared/form/itemContext';
import type { RecordType } from './types';
import { customObjectRecord } from './customObjectRecord';

/** Name of the parameter that says which custom object is meant. */
export const CUSTOM_OBJECT = 'customObject';

/** Custom objects are called like `Vehicle__c` (*observed*). */
const OBJECT_NAME = /^[A-Za-z0-9_]{1,100}__c$/i;

/** A custom object as a record type with its own path and fields; undefined if the name cannot be one. */
export function customObjectType(name: string): RecordType | undefined {
	if (!OBJECT_NAME.test(name)) return undefined;
	return { ...customObjectRecord, path: `/${name}`, customFieldsOf: name };
}

/** What to say of a name that cannot be right. */
export const noCustomObject = (name: string): string =>
	name === ''
		? 'The custom object is missing'
		: `"${name.slice(0, 60)}" is not the name of a custom object`;

export const CUSTOM_OBJECT_ADVICE =
	'Pick the object from the list, or give its API name, which ends with __c: Vehicle__c, for example.';

/**
 * The record type as it is in this account: custom object records live under the object that the form names.
 * @throws NodeOperationError when the object's name cannot be right.
 */
export function inAccount(item: ItemContext, type: RecordType): RecordType {
	if (type !== customObjectRecord) return type;
	const name = item.locator(CUSTOM_OBJECT);
	const known = customObjectType(name);
	if (known) return known;
	throw item.refuse(noCustomObject(name), CUSTOM_OBJECT_ADVICE);
}
