import { dateTime, flag, integer, readOnly, reference, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const event: RecordType = {
	value: 'event',
	name: 'Event',
	plural: 'events',
	path: '/Events',
	idKey: 'EVENT_ID',
	titleKeys: ['TITLE'],
	matchKey: 'TITLE',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	isSearchable: true,
	customFieldsOf: 'EVENT',
	has: ['imageFields', 'links'],
	below: {
		parents: 'activities',
		parentName: 'Record',
		segment: 'Events',
		verbs: ['getMany'],
		isFiltered: true,
	},
	shown: ['TITLE', 'LOCATION', 'DETAILS'],
	fields: [
		text('TITLE', 255),
		text('LOCATION', 255),
		dateTime('START_DATE_UTC', { required: true }),
		dateTime('END_DATE_UTC', { required: true }),
		flag('ALL_DAY'),
		text('DETAILS', 4000),
		dateTime('DATE_CREATED_UTC'),
		dateTime('DATE_UPDATED_UTC'),
		dateTime('REMINDER_DATE_UTC'),
		flag('REMINDER_SENT'),
		reference('OWNER_USER_ID', 'users', { label: 'Owner ID' }),
		...readOnly(integer('EVENT_ID')),
	],
};
