import {
	choice,
	date,
	dateTime,
	integer,
	readOnly,
	reference,
	text,
} from '../../shared/fields/define';
import { PROJECT_STATUSES } from '../fields/choices';
import type { RecordType } from './types';
import { tags } from '../fields/tags';

export const project: RecordType = {
	value: 'project',
	name: 'Project',
	plural: 'projects',
	path: '/Projects',
	idKey: 'PROJECT_ID',
	titleKeys: ['PROJECT_NAME'],
	matchKey: 'PROJECT_NAME',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	isSearchable: true,
	isTaggable: true,
	customFieldsOf: 'PROJECT',
	fields: [
		text('PROJECT_NAME', 255, { required: true }),
		choice('STATUS', PROJECT_STATUSES, { required: true }),
		text('PROJECT_DETAILS', 4000),
		date('STARTED_DATE'),
		date('COMPLETED_DATE'),
		reference('CATEGORY_ID', 'projectCategories'),
		text('IMAGE_URL', 255),
		reference('OWNER_USER_ID', 'users'),
		reference('RESPONSIBLE_USER_ID', 'users'),
		tags(),
		...readOnly(
			integer('PROJECT_ID'),
			integer('OPPORTUNITY_ID'),
			integer('PIPELINE_ID'),
			integer('STAGE_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
			dateTime('LAST_ACTIVITY_DATE_UTC'),
			dateTime('NEXT_ACTIVITY_DATE_UTC'),
			integer('CREATED_USER_ID'),
			text('LINKED_EMAIL_ADDRESS'),
		),
	],
};
