import { flag } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import type { ApiRequest } from '../../shared/request/types';
import { inAccount } from '../resources/customObjects';
import { deletedOutput } from '../output/records';
import { nameInText, type RecordType } from '../resources/types';
import { forType } from './forType';
import { readId } from '../../shared/form/recordId';
import type { InsightlyOperation } from './types';

/** What a deletion gives. */
export const DELETED = [flag('deleted')];

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
	outputFields: DELETED,
	mutexKey: (item) => `${type.path} ${item.locator('recordId')}`,
	preSend: (item) => deleteRequest(item, type),
	postReceive: deletedOutput,
});

function deleteRequest(item: ItemContext, type: RecordType): ApiRequest {
	const { path } = inAccount(item, type);
	const id = readId(item, 'recordId', nameInText(type));
	return type.deletedBy === 'query'
		? { method: 'DELETE', path, query: { id } }
		: { method: 'DELETE', path: `${path}/${id}` };
}
