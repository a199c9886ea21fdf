import type { Operation } from '../../shared/operations/types';
import { recordBody, recordValues } from '../body';
import { guardCustomFields, restoreCustomFields } from '../customFieldsGuard';
import { recordPostReceive } from '../output';
import type { RecordType } from '../recordTypes';
import { readId } from './recordId';

/**
 * PUT on the collection with the ID in the body (there is no `PUT /Contacts/{id}`); only the fields that are sent change,
 * null clears one (Insightly API help page).
 */
export const updateRecord = (type: RecordType): Operation => ({
	value: 'update',
	name: 'Update',
	action: `Update ${type.name.toLowerCase()}`,
	description: `Change some fields of one ${type.name.toLowerCase()}; the others stay as they are`,
	endpoints: [`PUT ${type.path}`],
	parameters: ['record', 'fields', 'updateOptions', 'simplify'],
	serialKey: (item) => `${type.path} ${item.locator('recordId')}`,
	preSend: async (item, client) => {
		const id = readId(item, 'recordId', type.name.toLowerCase());
		const values = await recordValues(item, client, type, 'update');
		if (Object.keys(values).length === 0) {
			throw item.refuse(
				'There is nothing to update',
				'Add at least one field to the form. To clear a field, add it and leave it as an empty text.',
			);
		}
		const ifMatch = String(item.collection('options').ifMatch ?? '').trim();
		const body = recordBody(type, values);
		await guardCustomFields(item, client, type, id, body);
		return {
			method: 'PUT',
			path: type.path,
			body: { [type.idKey]: id, ...body },
			...(ifMatch ? { headers: { 'If-Match': ifMatch } } : {}),
		};
	},
	postReceive: async (answer, item, client) =>
		recordPostReceive(await restoreCustomFields(answer, item, client, type), item),
});
