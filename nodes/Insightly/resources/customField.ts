import { flag, integer, json, text } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import { requiredText } from '../../shared/form/requiredText';
import { itemsOf } from '../../shared/operations/run';
import { rowsOf } from '../../shared/request/rows';
import { isFieldFor } from '../fields/customFields';
import type { PathPart, SubResource } from './types';

const CUSTOM_FIELD_FIELDS = [
	text('FIELD_NAME'),
	integer('FIELD_ORDER'),
	text('FIELD_FOR', 12),
	text('FIELD_LABEL', 255),
	text('FIELD_TYPE', 20),
	text('FIELD_HELP_TEXT', 1000),
	text('DEFAULT_VALUE'),
	flag('EDITABLE'),
	flag('VISIBLE'),
	json('CUSTOM_FIELD_OPTIONS', { isList: true }),
	json('DEPENDENCY'),
	text('JOIN_OBJECT'),
];

const objectName: PathPart = {
	parameters: ['fieldsOf'],
	read: (item) => requiredText(item, 'fieldsOf', 'object'),
};

export const customField: SubResource = {
	value: 'customField',
	name: 'Custom Field',
	description: 'How the custom fields of the account are set up',
	rows: [
		{
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
			output: ({ response }, item) => itemsOf(ownFields(item, rowsOf(response?.body))),
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many custom fields',
			description: 'List the custom fields of one kind of record',
			endpoint: 'GET /CustomFields/{objectName}',
			parts: { objectName },
			parameters: ['returnAll', 'limit'],
			outputFields: CUSTOM_FIELD_FIELDS,
			output: ({ rows }, item) => itemsOf(ownFields(item, rows)),
		},
	],
};

/** For a name that the API does not know it answers the fields of all objects (*observed*). */
function ownFields<Row extends { FIELD_FOR?: unknown }>(item: ItemContext, rows: Row[]): Row[] {
	const object = item.text('fieldsOf');
	return rows.filter(({ FIELD_FOR: owner }) => isFieldFor(String(owner), object));
}
