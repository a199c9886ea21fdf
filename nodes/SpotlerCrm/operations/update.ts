import { NOTHING_SENT } from '../../shared/form/hints';
import type { Operation } from '../../shared/operations/types';
import { rowsOf } from '../../shared/request/rows';
import { recordValues } from '../fields/recordValues';
import { recordOutput } from '../output/records';
import { outputOf, singularOf, type RecordType } from '../resources/types';
import { requested } from './get';
import { recordId, recordPath, withName } from './path';

/** PATCH by ID: only what is sent changes, null clears a field. There is no PUT (API v4 page). */
export const updateRecord = (type: RecordType): Operation => ({
	value: 'update',
	name: 'Update',
	action: `Update ${singularOf(type)}`,
	description: `Change some fields of one ${singularOf(type)}; the others stay as they are`,
	endpoints: [`PATCH /${type.object}/{id}`, `GET /${type.object}/{id}`],
	outputFields: outputOf(type),
	parameters: withName(type, ['record', 'fields', 'writeOptions']),
	mutexKey: (item) => recordPath(item, type),
	perform: async (item, client) => {
		const path = recordPath(item, type);
		const { values } = await recordValues(item, client, type, 'update');
		if (Object.keys(values).length > 0) {
			return await client.send({ method: 'PATCH', path, body: values });
		}
		item.hint(NOTHING_SENT);
		const { body } = await client.send({ method: 'GET', path });
		return [requested(rowsOf(body), recordId(item, type), item, client, type)];
	},
	output: recordOutput,
});
