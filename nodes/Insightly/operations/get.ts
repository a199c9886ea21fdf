import { inAccount } from '../resources/customObjects';
import { recordOutput } from '../output/records';
import { nameInText, type RecordType } from '../resources/types';
import { forType } from './forType';
import { readId } from '../../shared/form/recordId';
import type { InsightlyOperation } from './types';

/** GET by ID. */
export const getRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'record', 'simplify'),
	value: 'get',
	name: 'Get',
	action: `Get ${nameInText(type)}`,
	description: `Get one ${nameInText(type)}, with its ETag`,
	endpoints: [`GET ${type.path}/{id}`],
	preSend: (item) => ({
		method: 'GET',
		path: `${inAccount(item, type).path}/${readId(item, 'recordId', nameInText(type))}`,
	}),
	postReceive: recordOutput,
});
