import type { IDataObject } from 'n8n-workflow';

import { createOrUpdate } from '../../shared/operations/createOrUpdate';
import {
	matchMutexKey,
	plainText,
	rawMatch,
	requiredMatch,
} from '../../shared/operations/matching';
import type { Operation } from '../../shared/operations/types';
import { recordIn } from '../api/envelope';
import { createBody, recordValues } from '../fields/recordValues';
import { recordOutput } from '../output/records';
import { objectOf, outputOf, singularOf, type RecordType } from '../resources/types';
import { withName } from './path';
import { recordLookup } from './recordLookup';

/** Finds the record by one field, then creates or updates. The API has no such call. */
export const upsertRecord = (type: RecordType): Operation => ({
	value: 'upsert',
	name: 'Create or Update',
	action: `Create or update ${singularOf(type)}`,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoints: [`GET /${type.object}`, `POST /${type.object}`, `PATCH /${type.object}/{id}`],
	outputFields: outputOf(type),
	parameters: withName(type, ['fieldsToMatch', 'writeOptions']),
	mutexKey: (item) => matchMutexKey(item, objectOf(item, type), type.fields, type.matchKey),
	perform: async (item, client) => {
		const path = `/${objectOf(item, type)}`;
		const record = await recordValues(item, client, type, 'upsert');
		const [field] = rawMatch(item, type.fields, type.matchKey);
		const match = requiredMatch(item, type.fields, field, record.values);
		const { values } = match;
		const lookup = recordLookup(client, type, objectOf(item, type));
		return await createOrUpdate(item, client, lookup, match, {
			create: async () => {
				const body = createBody(item, { ...record, values });
				return await client.send({ method: 'POST', path, body });
			},
			update: async (id) =>
				await client.send({ method: 'PATCH', path: `${path}/${id}`, body: values }),
			unchanged: (found) => (isUnchanged(recordIn(found), values) ? [found] : undefined),
		});
	},
	output: recordOutput,
});

/**
 * A record that already says all this is left alone: that saves a call of the subscription, and triggers that watch for
 * changes stay silent. A field that the list did not show counts as different.
 */
const isUnchanged = (record: IDataObject | undefined, values: IDataObject): boolean =>
	Object.entries(values).every(
		([name, value]) =>
			record !== undefined &&
			Object.keys(record).includes(name) &&
			plainText(record[name]) === plainText(value),
	);
