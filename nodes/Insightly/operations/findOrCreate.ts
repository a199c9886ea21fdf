import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import { createOrUpdate } from '../../shared/operations/createOrUpdate';
import { recordOutput } from '../output/records';
import { nameInText, resolveType, type RecordType } from '../resources/types';
import { postRecord } from './create';
import { forType } from './forType';
import { lookedFor, MATCHING, readMatch } from './match';
import { recordLookup } from './search';
import type { InsightlyOperation } from './types';

/** Finds the record by one field, else creates it; a record that is there stays as it is. */
export const findOrCreateRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'fieldsToFind', 'simplify'),
	options: OUTPUT_OPTIONS,
	value: 'findOrCreate',
	name: 'Find or Create',
	action: `Find or create ${nameInText(type)}`,
	description: 'Get the record that has a value, or create it if there is none yet',
	endpoints: [`POST ${type.path}`, `GET ${type.path}/{id}`, `GET ${type.path}/Search`],
	purpose: MATCHING,
	mutexKey: (item) => lookedFor(item, type),
	perform: async (item, client) => {
		const here = resolveType(type, item);
		const match = await readMatch(item, client, here);
		return await createOrUpdate(item, client, recordLookup(client, here), match, {
			create: async () => await postRecord(item, client, here, match.values),
			update: async (id) => await client.send({ method: 'GET', path: `${here.path}/${id}` }),
		});
	},
	output: recordOutput(type),
});
