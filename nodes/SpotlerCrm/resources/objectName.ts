import type { ItemContext } from '../../shared/form/itemContext';
import type { RecordType } from './types';

/** What an object's name in addresses looks like; anything else would lead to another address. */
const OBJECT_NAME = /^[a-z0-9_][a-z0-9_.-]*$/i;

/** A name as typed, without slashes around it; undefined when it cannot be an object's. */
export function readObjectName(typed: unknown): string | undefined {
	const name = String(typed ?? '')
		.trim()
		.replace(/^\/+|\/+$/g, '');
	return OBJECT_NAME.test(name) ? name : undefined;
}

/**
 * The object that an item works on: its type's, or the custom object that the user names.
 * @throws NodeOperationError for a name that cannot be one
 */
export function objectOf(item: ItemContext, type: RecordType): string {
	return type.object ?? namedObject(item);
}

/**
 * The object in the parameter Object Name.
 * @throws NodeOperationError for a name that cannot be one
 */
export function namedObject(item: ItemContext): string {
	const name = readObjectName(item.text('objectName'));
	if (name !== undefined) return name;
	throw item.refuse(
		item.text('objectName') === ''
			? 'The object name is missing'
			: `"${item.text('objectName').slice(0, 60)}" is not the name of an object`,
		'Give the name as it stands in addresses of the API: plural, lower case, such as policies.',
	);
}
