import type { Operation } from '../../shared/operations/types';
import { deletedPostReceive } from '../output';
import type { RecordType } from '../recordTypes';
import { readId } from './recordId';

/** DELETE by ID. */
export const deleteRecord = (type: RecordType): Operation => ({
	value: 'delete',
	name: 'Delete',
	action: `Delete ${type.name.toLowerCase()}`,
	description: `Delete one ${type.name.toLowerCase()}. The API offers no way to restore it.`,
	endpoints: [`DELETE ${type.path}/{id}`],
	parameters: ['record'],
	preSend: (item) => ({
		method: 'DELETE',
		path: `${type.path}/${readId(item, 'recordId', type.name.toLowerCase())}`,
	}),
	postReceive: deletedPostReceive,
});
