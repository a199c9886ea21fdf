import { flag, integer } from '../../shared/fields/define';
import type { Operation } from '../../shared/operations/types';
import { singularOf, type RecordType } from '../resources/types';
import { recordId, recordPath, withName } from './path';

/** DELETE by ID; the response is `{}` or nothing at all (API v4 page says both). */
export const deleteRecord = (type: RecordType): Operation => ({
	value: 'delete',
	name: 'Delete',
	action: `Delete ${singularOf(type)}`,
	description: `Delete one ${singularOf(type)}. The API offers no way to restore it.`,
	endpoints: [`DELETE /${type.object}/{id}`],
	outputFields: [integer('id'), flag('deleted')],
	parameters: withName(type, ['record']),
	mutexKey: (item) => recordPath(item, type),
	request: (item) => ({ method: 'DELETE', path: recordPath(item, type) }),
	output: (_result, item) => [{ json: { id: recordId(item, type), deleted: true } }],
});
