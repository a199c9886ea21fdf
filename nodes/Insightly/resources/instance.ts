import { flag, text } from '../../shared/fields/define';
import type { SubResource } from './types';

const INSTANCE_FIELDS = [
	text('INSTANCE_NAME', 255),
	text('INSTANCE_SUBDOMAIN'),
	text('PLAN_NAME'),
	flag('NEW_USER_EXPERIENCE_ENABLED'),
];

export const instance: SubResource = {
	value: 'instance',
	name: 'Instance',
	description: 'The Insightly account itself',
	rows: [
		{
			value: 'get',
			name: 'Get',
			action: 'Get instance',
			description: 'Get name and plan of the account',
			endpoint: 'GET /Instance',
			outputFields: INSTANCE_FIELDS,
		},
	],
};
