import { itemsOf } from '../../shared/operations/run';
import { rowsOf } from '../../shared/request/rows';
import type { ItemContext } from '../../shared/form/itemContext';
import { isFieldFor } from '../fields/customFields';
import { CUSTOM_OBJECT } from '../resources/customObjects';
import { endpointOperation } from '../operations';
import { recordTypeKey } from '../operations/endpoint';
import { idPart, readParentId, readParentType, type PathPart } from '../operations/path';
import type { InsightlyResource } from '../operations/types';
import { objectNameOf } from '../resources/types';
import { customObject as customObjectType } from '../resources/readOnlyLists';
import { WITH_ACTIVITIES } from '../resources/parents';
import { ticket } from '../resources/ticket';
import { user } from '../resources/user';
import { CUSTOM_FIELD_FIELDS, DONE_FIELDS, INSTANCE_FIELDS, PERMISSION_FIELDS } from './fields';
import { requiredText } from './values';

const objectName: PathPart = {
	parameters: ['fieldsOf'],
	read: (item) => requiredText(item, 'fieldsOf', 'object'),
};

export const customField: InsightlyResource = {
	value: 'customField',
	name: 'Custom Field',
	description: 'How the custom fields of the account are set up',
	operations: [
		endpointOperation({
			value: 'get',
			name: 'Get',
			action: 'Get custom field',
			description: 'Get one custom field by its name',
			endpoint: 'GET /CustomFields/{objectName}/Search',
			parts: { objectName },
			parameters: ['customFieldName'],
			outputFields: CUSTOM_FIELD_FIELDS,
			send: (item) => ({
				query: { fieldName: requiredText(item, 'customFieldName', 'name of the field') },
			}),
			receive: ({ response }, item) => itemsOf(ownFields(item, rowsOf(response?.body))),
		}),
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many custom fields',
			description: 'List the custom fields of one kind of record',
			endpoint: 'GET /CustomFields/{objectName}',
			parts: { objectName },
			parameters: ['returnAll', 'limit'],
			outputFields: CUSTOM_FIELD_FIELDS,
			receive: ({ rows }, item) => itemsOf(ownFields(item, rows)),
		}),
	],
};

/** For a name that the API does not know it answers the fields of all objects (*observed*). */
function ownFields<Row extends { FIELD_FOR?: unknown }>(item: ItemContext, rows: Row[]): Row[] {
	const object = item.text('fieldsOf');
	return rows.filter(({ FIELD_FOR: owner }) => isFieldFor(String(owner), object));
}

export const getCustomObject = endpointOperation({
	value: 'get',
	name: 'Get',
	action: 'Get custom object',
	description: 'Get how one custom object is set up',
	endpoint: 'GET /CustomObjects/{customObjectName}',
	parts: {
		customObjectName: {
			parameters: ['customObject'],
			read: (item) => {
				const name = item.locator(CUSTOM_OBJECT);
				if (name !== '') return name;
				throw item.refuse('The custom object is missing', 'Pick it from the list.');
			},
		},
	},
	outputFields: customObjectType.fields,
});

export const getMe = endpointOperation({
	value: 'getMe',
	name: 'Get Me',
	action: 'Get user of API key',
	description: 'Get the user that the API key belongs to',
	endpoint: 'GET /Users/Me',
	outputFields: user.fields,
});

export const instance: InsightlyResource = {
	value: 'instance',
	name: 'Instance',
	description: 'The Insightly account itself',
	operations: [
		endpointOperation({
			value: 'get',
			name: 'Get',
			action: 'Get instance',
			description: 'Get name and plan of the account',
			endpoint: 'GET /Instance',
			outputFields: INSTANCE_FIELDS,
		}),
	],
};

export const permission: InsightlyResource = {
	value: 'permission',
	name: 'Permission',
	description: 'What the user of the API key may do',
	operations: [
		endpointOperation({
			value: 'get',
			name: 'Get',
			action: 'Get permissions',
			description: 'Get what the user of the API key may read, create, edit and delete',
			endpoint: 'GET /Permissions',
			outputFields: PERMISSION_FIELDS,
		}),
	],
};

const userId = idPart('userId', 'user');

/** Screens of people on the phone: a telephone system tells Insightly what to show to whom. */
export const ctiDisplay: InsightlyResource = {
	value: 'ctiDisplay',
	name: 'CTI Display',
	description: 'Show a record on the screen of a user who is on the phone',
	operations: [
		endpointOperation({
			value: 'showRecord',
			name: 'Show Record',
			action: 'Show record on screen of user',
			description: 'Show a record to a user of the telephone integration',
			endpoint: 'POST /cti/user/{user_id}/{object_name}/{record_id}/display',
			picks: WITH_ACTIVITIES,
			parts: {
				user_id: userId,
				object_name: {
					parameters: [recordTypeKey(WITH_ACTIVITIES)],
					read: (item) => objectNameOf(readParentType(item, WITH_ACTIVITIES)),
				},
				record_id: {
					parameters: ['hostRecord'],
					read: (item) => readParentId(item, readParentType(item, WITH_ACTIVITIES)),
				},
			},
			outputFields: DONE_FIELDS,
		}),
		endpointOperation({
			value: 'showTicket',
			name: 'Show Ticket',
			action: 'Show ticket on screen of user',
			description: 'Show a ticket to a user of the telephone integration',
			endpoint: 'POST /cti/user/{user_id}/tickets/{ticket_id}/display',
			picks: [ticket],
			parts: {
				user_id: userId,
				ticket_id: { parameters: ['hostRecord'], read: (item) => readParentId(item, ticket) },
			},
			outputFields: DONE_FIELDS,
		}),
	],
};
