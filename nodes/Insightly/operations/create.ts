import type { Operation } from '../../shared/operations/types';
import { createBody, recordValues } from '../body';
import { recordPostReceive } from '../output';
import type { RecordType } from '../recordTypes';

/** POST on the collection; answers 201 with the whole record. */
export const createRecord = (type: RecordType): Operation => ({
	value: 'create',
	name: 'Create',
	action: `Create ${type.name.toLowerCase()}`,
	description: `Create a new ${type.name.toLowerCase()}`,
	endpoints: [`POST ${type.path}`],
	parameters: ['fields', 'simplify'],
	preSend: async (item, client) => ({
		method: 'POST',
		path: type.path,
		body: await createBody(item, client, type, await recordValues(item, client, type, 'create')),
	}),
	postReceive: recordPostReceive,
});
