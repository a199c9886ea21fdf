import { readId } from '../../shared/form/recordId';
import { isObject } from '../../shared/request/rows';
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
	request: (item) => {
		const id = readId(item, 'recordId', nameInText(type));
		return {
			method: 'GET',
			path: `${resolveType(type, item).path}/${id}`,
			accepts: (body) => isObject(body) && Number(body[type.idKey]) === id,
		};
	},
	output: recordOutput,
});
