import { dateTime, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const email: RecordType = {
	value: 'email',
	name: 'Email',
	plural: 'emails',
	path: '/Emails',
	idKey: 'EMAIL_ID',
	titleKeys: ['SUBJECT'],
	createdKey: 'DATE_CREATED_UTC',
	isSearchable: true,
	lacks: ['create', 'update'],
	has: ['comments', 'filesToRead', 'follow', 'links', 'tags', 'tagsInUse'],
	below: {
		parents: 'activities',
		parentName: 'Record',
		segment: 'Emails',
		verbs: ['getMany'],
		isFiltered: true,
	},
	fields: [
		...readOnly(
			integer('EMAIL_ID'),
			text('EMAIL_FROM', 500),
			text('SUBJECT', 500),
			dateTime('EMAIL_DATE_UTC'),
			text('FORMAT', 5),
			integer('SIZE'),
			integer('OWNER_USER_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('QUEUED_SEND_DATE_UTC'),
			integer('CREATED_USER_ID'),
			text('EMAIL_TO'),
			text('EMAIL_CC'),
			text('BODY'),
		),
	],
};
