import type { ItemContext } from '../../shared/form/itemContext';
import { readId } from '../../shared/form/recordId';
import { typesWith } from '../resources/recordTypes';
import { nameInText, resolveType, type Feature, type RecordType } from '../resources/types';

/** Name of the parameter that says below which kind of record an operation works. */
export const RECORD_TYPE = 'recordType';

/** Key of the Record Type parameter that offers exactly the record types that have this. */
export const recordTypeKey = (feature: Feature): string =>
	`${RECORD_TYPE}: ${typesWith(feature)
		.map(({ value }) => value)
		.join(' ')}`;

/**
 * The record type that the form names, out of those that have this.
 * @throws NodeOperationError for any other, with the possible ones.
 */
export function readParentType(item: ItemContext, feature: Feature): RecordType {
	const parents = typesWith(feature);
	if (parents.length === 1) return resolveType(parents[0], item);
	const wanted = item.text(RECORD_TYPE);
	const found = parents.find(({ value }) => value === wanted);
	if (found) return resolveType(found, item);
	throw item.refuse(
		`This is not possible for the record type "${wanted.slice(0, 60)}"`,
		`Possible are: ${parents.map(({ value }) => value).join(', ')}.`,
	);
}

/** The ID of the record below which an operation works. */
export const readParentId = (item: ItemContext, parent: RecordType): number =>
	readId(item, 'parentId', nameInText(parent));
