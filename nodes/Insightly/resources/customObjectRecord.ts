import { choice, dateTime, integer, readOnly, reference, text } from '../../shared/fields/define';
import { VISIBILITIES } from '../fields/choices';
import type { RecordType } from './types';

export const customObjectRecord: RecordType = {
	value: 'customObjectRecord',
	name: 'Custom Object Record',
	plural: 'custom object records',
	path: '/{objectName}',
	idKey: 'RECORD_ID',
	titleKeys: ['RECORD_NAME'],
	matchKey: 'RECORD_NAME',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	isSearchable: true,
	isTaggable: false,
	fields: [
		text('RECORD_NAME', undefined, { required: true }),
		reference('OWNER_USER_ID', 'users'),
		choice('VISIBLE_TO', VISIBILITIES),
		reference('VISIBLE_TEAM_ID', 'teams'),
		...readOnly(
			integer('RECORD_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
			integer('CREATED_USER_ID'),
		),
	],
};
