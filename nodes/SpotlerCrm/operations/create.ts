import type { Operation } from '../../shared/operations/types';
import { createBody, recordValues } from '../fields/recordValues';
import { RECORD_OPTIONS, recordOutput } from '../output/records';
import { objectOf, outputOf, singularOf, type RecordType } from '../resources/types';
import { withName } from './path';

/** POST on the object; the response holds the new record in its envelope (API v4 page). */
export const createRecord = (type: RecordType): Operation => ({
	value: 'create',
	name: 'Create',
	action: `Create ${singularOf(type)}`,
	description: `Create a new ${singularOf(type)}`,
	endpoints: [`POST /${type.object}`],
	outputFields: outputOf(type),
	parameters: withName(type, ['fields']),
	options: [...RECORD_OPTIONS, 'timezone'],
	perform: async (item, client) => {
		const object = objectOf(item, type);
		const record = await recordValues(item, client, type, 'create');
		return await client.send({
			method: 'POST',
			path: `/${object}`,
			body: createBody(item, record),
		});
	},
	output: recordOutput(type),
});
