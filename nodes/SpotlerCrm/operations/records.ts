import { flag, integer } from '../../shared/fields/define';
import type { Operation } from '../../shared/operations/types';
import { readId } from '../../shared/form/recordId';
import { wantedRows } from '../../shared/form/limit';
import { createBody, recordValues } from '../fields/recordValues';
import { recordIn } from '../api/envelope';
import { listRequest } from './listRequest';
import { objectOf } from '../resources/objectName';
import { deletedItem, recordPostReceive } from '../output/records';
import { readPages } from '../api/paging';
import { outputOf, type RecordType } from '../resources/types';
import { recordPath, routeOf, shownAs, withName } from './routes';

/** POST on the object; answers the new record in its envelope (API v4 page). */
export const createRecord = (type: RecordType): Operation => ({
	value: 'create',
	name: 'Create',
	action: `Create ${shownAs(type)}`,
	description: `Create a new ${shownAs(type)}`,
	endpoints: [`POST ${routeOf(type)}`],
	outputFields: outputOf(type),
	parameters: withName(type, ['fields', 'writeOptions']),
	preSend: async (item, client) => {
		const object = objectOf(item, type);
		const record = await recordValues(item, client, type, object, 'create');
		return { method: 'POST', path: `/${object}`, body: createBody(item, record) };
	},
	postReceive: recordPostReceive,
});

/** DELETE by ID. */
export const deleteRecord = (type: RecordType): Operation => ({
	value: 'delete',
	name: 'Delete',
	action: `Delete ${shownAs(type)}`,
	description: `Delete one ${shownAs(type)}. The API offers no way to restore it.`,
	endpoints: [`DELETE ${routeOf(type)}/{id}`],
	outputFields: DELETED,
	parameters: withName(type, ['record']),
	mutexKey: (item) => recordPath(item, type),
	preSend: (item) => ({ method: 'DELETE', path: recordPath(item, type) }),
	postReceive: (_answer, item) => deletedItem(readId(item, 'recordId', shownAs(type))),
});

const DELETED = [integer('id'), flag('deleted')];

/** GET by ID: "the record or nothing" (API v4 page), so nothing means that there is none. */
export const getRecord = (type: RecordType): Operation => ({
	value: 'get',
	name: 'Get',
	action: `Get ${shownAs(type)}`,
	description: `Get one ${shownAs(type)}`,
	endpoints: [`GET ${routeOf(type)}/{id}`],
	outputFields: outputOf(type),
	parameters: withName(type, ['record', type.hasLines ? 'linesOptions' : 'readOptions']),
	preSend: (item) => ({
		method: 'GET',
		path: recordPath(item, type),
		...(type.hasLines && item.collection('options').includeLines === true
			? { query: { lines: 'true' } }
			: {}),
	}),
	postReceive: (answer, item) => {
		if (recordIn(answer.rows[0])) return recordPostReceive(answer, item);
		throw item.refuse(
			`Spotler CRM has no such ${shownAs(type)}`,
			`Check the ID in "${recordPath(item, type)}". The record may have been deleted, or the user of the token may not see it.`,
		);
	},
});

/** The list, filtered and sorted by the server, as many pages as are wanted. */
export const getManyRecords = (type: RecordType): Operation => ({
	value: 'getMany',
	name: 'Get Many',
	action: `Get many ${type.plural}`,
	description: `List ${type.plural}, all of them or those that match a filter`,
	endpoints: [`GET ${routeOf(type)}`],
	outputFields: outputOf(type),
	parameters: withName(type, [
		'returnAll',
		'limit',
		...(type.object === undefined ? ['namedListOptions'] : ['filters']),
		...(type.object === undefined ? [] : [type.hasLines ? 'linesListOptions' : 'listOptions']),
	]),
	preSend: async (item, client) => await listRequest(item, client, type, objectOf(item, type)),
	paginate: async (client, request, item) => await readPages(client, request, wantedRows(item)),
	postReceive: recordPostReceive,
});

/** PATCH by ID: only what is sent changes, null clears a field. There is no PUT (API v4 page). */
export const updateRecord = (type: RecordType): Operation => ({
	value: 'update',
	name: 'Update',
	action: `Update ${shownAs(type)}`,
	description: `Change some fields of one ${shownAs(type)}; the others stay as they are`,
	endpoints: [`PATCH ${routeOf(type)}/{id}`],
	outputFields: outputOf(type),
	parameters: withName(type, ['record', 'fields', 'writeOptions']),
	mutexKey: (item) => recordPath(item, type),
	preSend: async (item, client) => {
		const path = recordPath(item, type);
		const { values } = await recordValues(item, client, type, objectOf(item, type), 'update');
		if (Object.keys(values).length > 0) return { method: 'PATCH', path, body: values };
		throw item.refuse(
			'There is nothing to update',
			'Add at least one field to the form. To clear a field, add it and leave it as an empty text.',
		);
	},
	postReceive: recordPostReceive,
});
