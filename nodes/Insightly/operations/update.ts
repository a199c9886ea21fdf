import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { NOTHING_SENT } from '../../shared/form/hints';
import { readId } from '../../shared/form/recordId';
import type { ApiClient } from '../../shared/request/client';
import type { ApiResponse } from '../../shared/request/types';
import { putKeepingCustomFields } from '../fields/customFieldsGuard';
import { recordBody, recordValues } from '../fields/recordValues';
import { recordOutput } from '../output/records';
import { nameInText, resolveType, type RecordType } from '../resources/types';
import { forType } from './forType';
import { readEndpoint, readRecord } from './get';
import type { InsightlyOperation } from './types';

/**
 * PUT on the collection with the ID in the body (there is no `PUT /Contacts/{id}`); only the fields that are sent change,
 * null clears one (Insightly API help page).
 */
export const updateRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'record', 'fields', 'updateOptions', 'simplify'),
	value: 'update',
	name: 'Update',
	action: `Update ${nameInText(type)}`,
	description: `Change some fields of one ${nameInText(type)}; the others stay as they are`,
	endpoints: [`PUT ${type.path}`, readEndpoint(type)],
	purpose: 'update',
	mutexKey: (item) => `${type.path} ${item.locator('recordId')}`,
	perform: async (item, client) => {
		const here = resolveType(type, item);
		return await updateAt(item, client, here, here.path);
	},
	output: recordOutput,
});

/**
 * Writes what the form says to the record in Record ID; with nothing to write, reads it.
 * @param path its own collection, or the place below the record that it belongs to
 * @throws NodeOperationError when a value cannot be right.
 */
export async function updateAt(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	path: string,
): Promise<ApiResponse | IDataObject[]> {
	const id = readId(item, 'recordId', nameInText(type));
	const values = await recordValues(item, client, type, 'update');
	if (Object.keys(values).length === 0) {
		item.hint(NOTHING_SENT);
		return await readRecord(client, type, id);
	}
	const ifMatch = String(item.collection('options').ifMatch ?? '').trim();
	return await putRecord(client, type, { id, values, path, ifMatch });
}

/** A record to write, and where. */
interface Put {
	id: number;
	values: IDataObject;
	path: string;
	/** Only write if this is still the record's ETag. */
	ifMatch?: string;
}

/** PUT with the ID in the body; custom fields that it does not name stay as they are. */
export const putRecord = async (
	client: ApiClient,
	type: RecordType,
	{ id, values, path, ifMatch }: Put,
): Promise<ApiResponse> =>
	await putKeepingCustomFields(client, type, id, {
		method: 'PUT',
		path,
		body: { [type.idKey]: id, ...recordBody(type, values) },
		...(ifMatch ? { headers: { 'If-Match': ifMatch } } : {}),
	});
