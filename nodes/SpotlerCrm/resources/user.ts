import { flag, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ID, labelled } from './commonFields';

/**
 * Not on the API v4 page. Integrations in use read the list, with a filter, to pick owners (*observed* in public code);
 * none reads `/users/{id}`.
 */
export const user: RecordType = {
	value: 'user',
	name: 'User',
	plural: 'users',
	object: 'users',
	verbs: ['get', 'getMany'],
	isReadOnly: true,
	titleKeys: ['first', 'last'],
	fields: [
		ID,
		...readOnly(
			...labelled(
				[text('first'), 'First Name'],
				[text('last'), 'Last Name'],
				[flag('live'), 'Live'],
			),
		),
	],
};
