import { dateTime, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const note: RecordType = {
	value: 'note',
	name: 'Note',
	plural: 'notes',
	path: '/Notes',
	idKey: 'NOTE_ID',
	titleKeys: ['TITLE'],
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	isSearchable: true,
	lacks: ['create'],
	has: ['comments', 'files', 'filesToRead', 'follow', 'links', 'noteComments'],
	// A note can only be created below the record that it is about.
	below: {
		parents: 'activities',
		parentName: 'Record',
		segment: 'Notes',
		verbs: ['getMany', 'create', 'update'],
		besides: ['update'],
		isFiltered: true,
	},
	shown: ['BODY'],
	fields: [
		text('TITLE', 255, { required: true }),
		text('BODY'),
		dateTime('DATE_CREATED_UTC'),
		dateTime('DATE_UPDATED_UTC'),
		...readOnly(integer('NOTE_ID'), integer('OWNER_USER_ID')),
	],
};
