import type { IDataObject } from 'n8n-workflow';

import { labelOf } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import { NAMED_MATCHES, severalMatches } from '../../shared/operations/matching';
import { rowsOf } from '../../shared/request/rows';
import type { ApiClient } from '../../shared/request/client';
import type { RecordType } from '../resources/types';

/**
 * Records in which one field has exactly this value (`/Search`, exact match; letter case does not count, *observed*).
 */
export async function searchByField(
	client: ApiClient,
	type: RecordType,
	fieldName: string,
	value: string,
	top: number,
): Promise<IDataObject[]> {
	const { body } = await client.send({
		method: 'GET',
		path: `${type.path}/Search`,
		query: { field_name: fieldName, field_value: value, top },
	});
	return rowsOf(body).filter((row) => couldMatch(row, fieldName, value));
}

/**
 * The one record that matches, or undefined if there is none.
 * @throws NodeOperationError that names the IDs if there are several: which one was meant is not for us to guess.
 */
export async function findOnly(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	fieldName: string,
	value: string,
): Promise<IDataObject | undefined> {
	const matches = await searchByField(client, type, fieldName, value, NAMED_MATCHES + 1);
	if (matches.length <= 1) return matches[0];
	const ids = matches.map((row) => String(row[type.idKey]));
	const wanted = { plural: type.plural, field: labelOf(fieldName), value };
	throw severalMatches(item, 'Insightly', wanted, ids);
}

/** A guard against answers to another question: a text field that is plainly different is not a match. */
function couldMatch(row: IDataObject, fieldName: string, value: string): boolean {
	const found = row[fieldName];
	if (typeof found !== 'string' || /^\d{4}-\d\d-\d\d/.test(found)) return true;
	return found.trim().toLowerCase() === value.trim().toLowerCase();
}
