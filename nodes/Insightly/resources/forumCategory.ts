import { dateTime, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const forumCategory: RecordType = {
	value: 'forumCategory',
	name: 'Forum Category',
	plural: 'forum categories',
	path: '/ForumCategories',
	idKey: 'FORUM_CATEGORY_ID',
	titleKeys: ['CATEGORY_NAME'],
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'service',
	isSearchable: true,
	lacks: ['create', 'update', 'delete'],
	has: ['follow'],
	fields: [
		...readOnly(
			integer('FORUM_CATEGORY_ID'),
			text('CATEGORY_NAME', 255),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
		),
	],
};
