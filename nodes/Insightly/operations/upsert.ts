import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import { createOrUpdate } from '../../shared/operations/createOrUpdate';
import { LEFT_ALONE_FIELDS, readWriteRules } from '../../shared/operations/writeRules';
import { readAnswerTime } from '../fields/layout';
import { recordOutput } from '../output/records';
import { nameInText, resolveType, type RecordType } from '../resources/types';
import { postRecord } from './create';
import { forType } from './forType';
import { lookedFor, MATCHING, readMatch } from './match';
import { recordLookup } from './search';
import type { InsightlyOperation } from './types';
import { parentEndpoints, withParentByName } from './parentByName';
import { writeFound, writeOptions } from './writeFound';

/** Finds the record by one field, then creates or updates. The API has no such call. */
export const upsertRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'fieldsToMatch', 'simplify'),
	outputFields: [...type.fields, ...LEFT_ALONE_FIELDS],
	options: [
		...OUTPUT_OPTIONS,
		...writeOptions(type),
		'knownId',
		'otherwiseMatchOn',
		...(type.parentByName ? [type.parentByName.option] : []),
	],
	value: 'upsert',
	name: 'Create or Update',
	action: `Create or update ${nameInText(type)}`,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoints: [
		`PUT ${type.path}`,
		`POST ${type.path}`,
		`GET ${type.path}/Search`,
		...parentEndpoints(type),
	],
	purpose: MATCHING,
	mutexKey: (item) => lookedFor(item, type),
	perform: async (item, client) => {
		const here = resolveType(type, item);
		const rules = readWriteRules(item, { skipsByDefault: true, readOwn: readAnswerTime });
		const match = await readMatch(item, client, here);
		const values = await withParentByName(item, client, here, match.values);
		return await createOrUpdate(item, client, recordLookup(client, here), match, {
			create: async () => await postRecord(item, client, here, values),
			update: async (id, found) =>
				await writeFound(item, client, here, rules, {
					...{ id: Number(id), values, found },
					path: here.path,
				}),
		});
	},
	output: recordOutput(type),
});
