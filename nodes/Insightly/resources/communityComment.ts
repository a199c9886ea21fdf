import { dateTime, flag, integer, readOnly, reference, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const communityComment: RecordType = {
	value: 'communityComment',
	name: 'Community Comment',
	plural: 'community comments',
	path: '/CommunityComments',
	idKey: 'COMMENT_ID',
	titleKeys: ['BODY'],
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'service',
	isSearchable: true,
	lacks: ['delete'],
	has: ['follow'],
	below: {
		parents: 'communityComments',
		parentName: 'Post',
		segment: 'CommunityComments',
		verbs: ['getMany', 'create', 'update', 'delete'],
		besides: ['create', 'update'],
		inherited: ['FORUM_ID'],
	},
	fields: [
		text('BODY'),
		flag('ANSWER'),
		flag('SPAM'),
		flag('PENDING'),
		flag('OFFICIAL'),
		text('UPVOTE_COUNT'),
		text('DOWNVOTE_COUNT'),
		integer('POST_ID', { required: true }),
		reference('FORUM_ID', 'communityForums', { required: true }),
		...readOnly(
			integer('COMMENT_ID'),
			integer('CREATED_CONTACT_ID'),
			integer('EDITED_CONTACT_ID'),
			dateTime('DATE_EDITED_UTC'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
		),
	],
};
