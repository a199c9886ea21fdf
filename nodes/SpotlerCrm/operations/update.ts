import { NOTHING_SENT } from '../../shared/form/hints';
import type { Operation } from '../../shared/operations/types';
import { LEFT_ALONE_FIELDS, needsRecord } from '../../shared/operations/writeRules';
import { rowsOf } from '../../shared/request/rows';
import { recordValues } from '../fields/recordValues';
import { RECORD_OPTIONS, recordOutput } from '../output/records';
import { outputOf, singularOf, type RecordType } from '../resources/types';
import { requested } from './get';
import { leftAsItIs, writeRules } from './leftAsItIs';
import { recordId, recordPath, withName } from './path';

/** PATCH by ID: only what is sent changes, null clears a field. There is no PUT (API v4 page). */
export const updateRecord = (type: RecordType): Operation => ({
	value: 'update',
	name: 'Update',
	action: `Update ${singularOf(type)}`,
	description: `Change some fields of one ${singularOf(type)}; the others stay as they are`,
	endpoints: [`PATCH /${type.object}/{id}`, `GET /${type.object}/{id}`],
	outputFields: [...outputOf(type), ...LEFT_ALONE_FIELDS],
	parameters: withName(type, ['record', 'fields']),
	options: [...RECORD_OPTIONS, 'notChangedSince', 'skipIfUnchanged', 'timezone'],
	mutexKey: (item) => recordPath(item, type),
	perform: async (item, client) => {
		const path = recordPath(item, type);
		const rules = writeRules(item, false);
		const record = await recordValues(item, client, type, 'update');
		const hasChanges = Object.keys(record.values).length > 0;
		if (!hasChanges || needsRecord(rules)) {
			const { body } = await client.send({ method: 'GET', path });
			const found = requested(rowsOf(body), recordId(item, type), item, client, type);
			if (!hasChanges) item.hint(NOTHING_SENT);
			const left = hasChanges ? leftAsItIs(item, type, rules, record, found) : [found];
			if (left) return left;
		}
		return await client.send({ method: 'PATCH', path, body: record.values });
	},
	output: recordOutput(type),
});
