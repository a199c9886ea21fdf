import type { ItemContext } from '../../shared/form/itemContext';
import { readId } from '../../shared/form/recordId';
import { objectOf } from '../resources/objectName';
import type { RecordType } from '../resources/types';

/** The collection's address as the API's page writes it. */
export const routeOf = (type: RecordType): `/${string}` => `/${type.object ?? '{object}'}`;

/** The type's name inside a sentence. */
export const shownAs = (type: RecordType): string =>
	type.object === undefined ? 'custom object record' : type.name.toLowerCase();

/** Custom objects need their name in front of everything else. */
export const withName = (type: RecordType, parameters: readonly string[]): string[] =>
	type.object === undefined ? ['objectName', ...parameters] : [...parameters];

/**
 * Address of the record that an item works on.
 * @throws NodeOperationError when the ID or the object's name cannot be right
 */
export const recordPath = (item: ItemContext, type: RecordType): string =>
	`/${objectOf(item, type)}/${readId(item, 'recordId', shownAs(type))}`;
