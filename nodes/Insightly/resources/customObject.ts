import { flag, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const customObject: RecordType = {
	value: 'customObject',
	name: 'Custom Object',
	plural: 'custom objects',
	path: '/CustomObjects',
	idKey: 'OBJECT_NAME',
	titleKeys: ['SINGULAR_LABEL'],
	isSearchable: false,
	listing: 'whole',
	lacks: ['get', 'create', 'update', 'delete'],
	actions: [
		{
			value: 'get',
			name: 'Get',
			action: 'Get custom object',
			description: 'Get how one custom object is set up',
			endpoint: 'GET /CustomObjects/{customObjectName}',
			parts: {
				customObjectName: {
					parameters: ['customObject'],
					read: (item) => {
						const name = item.locator('customObject');
						if (name !== '') return name;
						throw item.refuse('The custom object is missing', 'Pick it from the list.');
					},
				},
			},
		},
	],
	fields: readOnly(
		text('OBJECT_NAME'),
		text('SINGULAR_LABEL'),
		text('PLURAL_LABEL'),
		text('DESCRIPTION'),
		text('RECORD_NAME_LABEL'),
		text('RECORD_NAME_TYPE'),
		text('RECORD_NAME_DISPLAY_FORMAT'),
		flag('ENABLE_NAVBAR'),
		flag('ENABLE_WORKFLOWS'),
		integer('CREATED_USER_ID'),
	),
};
