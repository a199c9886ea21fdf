import { createOrUpdate } from '../../shared/operations/createOrUpdate';
import { matchMutexKey, rawMatch, requiredMatch } from '../../shared/operations/matching';
import type { Operation } from '../../shared/operations/types';
import { LEFT_ALONE_FIELDS } from '../../shared/operations/writeRules';
import { createBody, recordValues } from '../fields/recordValues';
import { RECORD_OPTIONS, recordOutput } from '../output/records';
import { objectOf, outputOf, singularOf, type RecordType } from '../resources/types';
import { forComparison, leftAsItIs, writeRules } from './leftAsItIs';
import { parentEndpoints, withParentByName } from './parentByName';
import { withName } from './path';
import { recordLookup } from './recordLookup';

/** Finds the record by one field, then creates or updates. The API has no such call. */
export const upsertRecord = (type: RecordType): Operation => ({
	value: 'upsert',
	name: 'Create or Update',
	action: `Create or update ${singularOf(type)}`,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoints: [
		`GET /${type.object}`,
		`POST /${type.object}`,
		`PATCH /${type.object}/{id}`,
		`GET /${type.object}/{id}`,
		...parentEndpoints(type),
	],
	outputFields: [...outputOf(type), ...LEFT_ALONE_FIELDS],
	parameters: withName(type, ['fieldsToMatch']),
	options: [
		...RECORD_OPTIONS,
		...['knownId', 'notChangedSince', 'otherwiseMatchOn', 'skipIfUnchanged', 'timezone'],
		...(type.parentByName ? [type.parentByName.option] : []),
	],
	mutexKey: (item) => matchMutexKey(item, objectOf(item, type), type.fields, type.matchKey),
	perform: async (item, client) => {
		const object = objectOf(item, type);
		const path = `/${object}`;
		const rules = writeRules(item, true);
		const mapped = await recordValues(item, client, type, 'upsert');
		const [field] = rawMatch(item, type.fields, type.matchKey);
		const { values, ...match } = requiredMatch(item, type.fields, field, mapped.values);
		const record = await withParentByName(item, client, type, { ...mapped, values });
		return await createOrUpdate(item, client, recordLookup(client, type, object), match, {
			create: async () =>
				await client.send({ method: 'POST', path, body: createBody(item, record) }),
			update: async (id, found) => {
				const whole = await forComparison(client, `${path}/${id}`, rules, record, found);
				const left = leftAsItIs(item, type, rules, record, whole);
				const body = record.values;
				return left ?? (await client.send({ method: 'PATCH', path: `${path}/${id}`, body }));
			},
		});
	},
	output: recordOutput(type),
});
