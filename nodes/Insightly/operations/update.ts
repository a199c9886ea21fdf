import type { ItemContext } from '../../shared/form/itemContext';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest } from '../../shared/request/types';
import { recordBody, recordValues } from '../fields/recordValues';
import { guardCustomFields, restoreCustomFields } from '../fields/customFieldsGuard';
import { inAccount } from '../resources/customObjects';
import { recordPostReceive } from '../output/records';
import { nameInText, type RecordType } from '../resources/types';
import { forType } from './forType';
import { readId } from '../../shared/form/recordId';
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
	endpoints: [`PUT ${type.path}`],
	purpose: 'update',
	mutexKey: (item) => `${type.path} ${item.locator('recordId')}`,
	preSend: async (item, client) => {
		const here = inAccount(item, type);
		return await updateRequest(item, client, here, here.path);
	},
	postReceive: async (answer, item, client) =>
		recordPostReceive(await restoreCustomFields(answer, item, client, inAccount(item, type)), item),
});

/**
 * The PUT for the record in Record ID, at `path`: its own collection, or below the record that it belongs to.
 * @throws NodeOperationError when there is nothing to change or a value cannot be right.
 */
export async function updateRequest(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	path: string,
): Promise<ApiRequest> {
	const id = readId(item, 'recordId', nameInText(type));
	const values = await recordValues(item, client, type, 'update');
	if (Object.keys(values).length === 0) {
		throw item.refuse(
			'There is nothing to update',
			'Add at least one field to the form. To clear a field, add it and leave it as an empty text.',
		);
	}
	const ifMatch = String(item.collection('options').ifMatch ?? '').trim();
	const body = recordBody(type, values);
	await guardCustomFields(item, client, type, id, body, path);
	return {
		method: 'PUT',
		path,
		body: { [type.idKey]: id, ...body },
		...(ifMatch ? { headers: { 'If-Match': ifMatch } } : {}),
	};
}
