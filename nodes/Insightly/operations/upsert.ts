import { createOrUpdate } from '../../shared/operations/createOrUpdate';
import { recordOutput } from '../output/records';
import { nameInText, resolveType, type RecordType } from '../resources/types';
import { postRecord } from './create';
import { forType } from './forType';
import { lookedFor, MATCHING, readMatch } from './match';
import { recordLookup } from './search';
import type { InsightlyOperation } from './types';
import { putRecord } from './update';

/** Finds the record by one field, then creates or updates. The API has no such call. */
export const upsertRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'fieldsToMatch', 'simplify'),
	value: 'upsert',
	name: 'Create or Update',
	action: `Create or update ${nameInText(type)}`,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoints: [`PUT ${type.path}`, `POST ${type.path}`, `GET ${type.path}/Search`],
	purpose: MATCHING,
	mutexKey: (item) => lookedFor(item, type),
	perform: async (item, client) => {
		const here = resolveType(type, item);
		const match = await readMatch(item, client, here);
		const { values } = match;
		return await createOrUpdate(item, client, recordLookup(client, here), match, {
			create: async () => await postRecord(item, client, here, values),
			update: async (id) =>
				await putRecord(client, here, { id: Number(id), values, path: here.path }),
		});
	},
	output: recordOutput,
});
