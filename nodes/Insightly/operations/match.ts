import type { MapperPurpose } from '../../shared/fields/mapper';
import type { ItemContext } from '../../shared/form/itemContext';
import {
	matchMutexKey,
	rawMatch,
	requiredMatch,
	type RequiredMatch,
} from '../../shared/operations/matching';
import type { ApiClient } from '../../shared/request/client';
import { recordValues } from '../fields/recordValues';
import { resolveType, type RecordType } from '../resources/types';

/** What the mapper is filled in for where a record is looked up by one of its values. */
export const MATCHING: MapperPurpose = 'upsert';

/** Items that look for the same value follow one another, so that the second finds what the first has made. */
export const lookedFor = (item: ItemContext, type: RecordType): string =>
	matchMutexKey(item, resolveType(type, item).path, type.fields, type.matchKey);

/**
 * The item's values, and by which of them the record is found.
 * @throws NodeOperationError when there is nothing to find it by, or a value cannot be right.
 */
export async function readMatch(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
): Promise<RequiredMatch> {
	const values = await recordValues(item, client, type, MATCHING);
	const [field] = rawMatch(item, type.fields, type.matchKey);
	return requiredMatch(item, type.fields, field, values);
}
