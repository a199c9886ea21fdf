import { json, text } from '../../shared/fields/define';
import type { SubResource } from './types';

const PERMISSION_FIELDS = [text('PERMISSIONS_STATE'), json('OBJECT_PERMISSIONS', { isList: true })];

export const permission: SubResource = {
	value: 'permission',
	name: 'Permission',
	description: 'What the user of the API key may do',
	rows: [
		{
			value: 'get',
			name: 'Get',
			action: 'Get permissions',
			description: 'Get what the user of the API key may read, create, edit and delete',
			endpoint: 'GET /Permissions',
			outputFields: PERMISSION_FIELDS,
		},
	],
};
