import { readId } from '../../shared/form/recordId';
import { recordOutput } from '../output/records';
import { nameInText, resolveType, type RecordType } from '../resources/types';
import { forType } from './forType';
import type { InsightlyOperation } from './types';

/** GET by ID. */
export const getRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'record', 'simplify'),
	value: 'get',
	name: 'Get',
	action: `Get ${nameInText(type)}`,
	description: `Get one ${nameInText(type)}, with its ETag`,
	endpoints: [`GET ${type.path}/{id}`],
	request: (item) => ({
		method: 'GET',
		path: `${resolveType(type, item).path}/${readId(item, 'recordId', nameInText(type))}`,
	}),
	output: recordOutput,
});
