import { dateTime, integer, readOnly, reference, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const communityForum: RecordType = {
	value: 'communityForum',
	name: 'Community Forum',
	plural: 'community forums',
	path: '/CommunityForums',
	idKey: 'FORUM_ID',
	titleKeys: ['FORUM_NAME'],
	matchKey: 'FORUM_NAME',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'service',
	isSearchable: true,
	lacks: ['delete'],
	has: ['communityPosts', 'follow'],
	fields: [
		reference('FORUM_CATEGORY_ID', 'forumCategories', { required: true }),
		text('FORUM_NAME', 255, { required: true }),
		text('DESCRIPTION', 500),
		text('FORUM_TYPE', 20),
		text('VISIBILITY', 20),
		text('FORUM_ORDER'),
		...readOnly(
			integer('FORUM_ID'),
			integer('CREATED_USER_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
		),
	],
};
