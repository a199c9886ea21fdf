import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import type { ItemContext } from '../../shared/form/itemContext';
import { NOTHING_SENT } from '../../shared/form/hints';
import { readId } from '../../shared/form/recordId';
import type { Written } from '../../shared/operations/createOrUpdate';
import { LEFT_ALONE_FIELDS, needsRecord, readWriteRules } from '../../shared/operations/writeRules';
import type { ApiClient } from '../../shared/request/client';
import { readAnswerTime } from '../fields/layout';
import { recordValues } from '../fields/recordValues';
import { addsTags } from '../fields/tags';
import { recordOutput } from '../output/records';
import { nameInText, resolveType, type RecordType } from '../resources/types';
import { forType } from './forType';
import { readEndpoint, readRecord } from './get';
import { wholeRecord } from './search';
import type { InsightlyOperation } from './types';
import { putRecord, writeFound, writeOptions } from './writeFound';

/**
 * PUT on the collection with the ID in the body (there is no `PUT /Contacts/{id}`); only the fields that are sent change,
 * null clears one (Insightly API help page).
 */
export const updateRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'record', 'fields', 'simplify'),
	outputFields: [...type.fields, ...LEFT_ALONE_FIELDS],
	options: [...OUTPUT_OPTIONS, ...writeOptions(type), 'ifMatch'],
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
	output: recordOutput(type),
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
): Promise<Written> {
	const id = readId(item, 'recordId', nameInText(type));
	const values = await recordValues(item, client, type, 'update');
	if (Object.keys(values).length === 0) {
		item.hint(NOTHING_SENT);
		return await readRecord(client, type, id);
	}
	const rules = readWriteRules(item, { skipsByDefault: false, readOwn: readAnswerTime });
	const ifMatch = String(item.collection('options').ifMatch ?? '').trim();
	const put = { id, values, path, ifMatch };
	const addsToRecord = values.TAGS !== undefined && addsTags(item);
	if (!needsRecord(rules) && !addsToRecord) return await putRecord(client, type, put);
	const found = await wholeRecord(client, type, id);
	return await writeFound(item, client, type, rules, { ...put, found });
}
