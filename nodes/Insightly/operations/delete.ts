import type { ItemContext } from '../../shared/form/itemContext';
import { readId } from '../../shared/form/recordId';
import type { ApiRequest } from '../../shared/request/types';
import { DELETED_FIELDS, deletedOutput } from '../output/records';
import { nameInText, resolveType, type RecordType } from '../resources/types';
import { forType } from './forType';
import type { InsightlyOperation } from './types';

/** DELETE by ID; lead sources and lead statuses take it as a query parameter (v3.1 specification). */
export const deleteRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'record'),
	value: 'delete',
	name: 'Delete',
	action: `Delete ${nameInText(type)}`,
	description:
		type.deleteDescription ??
		`Delete one ${nameInText(type)}. The API offers no way to restore it.`,
	endpoints: [type.deletedBy === 'query' ? `DELETE ${type.path}` : `DELETE ${type.path}/{id}`],
	outputFields: DELETED_FIELDS,
	mutexKey: (item) => `${type.path} ${item.locator('recordId')}`,
	request: (item) => deleteRequest(item, resolveType(type, item)),
	output: deletedOutput,
});

function deleteRequest(item: ItemContext, type: RecordType): ApiRequest {
	const { path } = type;
	const id = readId(item, 'recordId', nameInText(type));
	return type.deletedBy === 'query'
		? { method: 'DELETE', path, query: { id } }
		: { method: 'DELETE', path: `${path}/${id}` };
}
