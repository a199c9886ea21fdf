import { flag, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ID, labelled } from './commonFields';

/** Not on the API v4 page; clients at work read it to pick owners. */
export const user: RecordType = {
	value: 'user',
	name: 'User',
	plural: 'users',
	object: 'users',
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
