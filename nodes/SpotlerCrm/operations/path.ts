import type { ItemContext } from '../../shared/form/itemContext';
import { keysFor } from '../../shared/description/recordPool';
import { readId } from '../../shared/form/recordId';
import { objectOf, singularOf, type RecordType } from '../resources/types';

/** Custom objects need their name in front of everything else; other types have locators of their own. */
export const withName = (type: RecordType, parameters: readonly string[]): string[] => [
	...(type.isNamedByUser ? ['objectName'] : []),
	...keysFor(type, parameters),
];

/**
 * ID of the record that an item works on.
 * @throws NodeOperationError when it cannot be one
 */
export const recordId = (item: ItemContext, type: RecordType): number =>
	readId(item, 'recordId', singularOf(type));

/**
 * Address of the record that an item works on.
 * @throws NodeOperationError when the ID or the object's name cannot be right
 */
export const recordPath = (item: ItemContext, type: RecordType): string =>
	`/${objectOf(item, type)}/${recordId(item, type)}`;
