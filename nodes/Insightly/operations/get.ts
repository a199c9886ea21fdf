import type { Operation } from '../../shared/operations/types';
import { recordPostReceive } from '../output';
import type { RecordType } from '../recordTypes';
import { readId } from './recordId';

/** GET by ID. */
export const getRecord = (type: RecordType): Operation => ({
	value: 'get',
	name: 'Get',
	action: `Get ${type.name.toLowerCase()}`,
	description: `Get one ${type.name.toLowerCase()}, with its ETag`,
	endpoints: [`GET ${type.path}/{id}`],
	parameters: ['record', 'simplify'],
	preSend: (item) => ({
		method: 'GET',
		path: `${type.path}/${readId(item, 'recordId', type.name.toLowerCase())}`,
	}),
	postReceive: recordPostReceive,
});
