import { dateTime, flag, integer, readOnly, reference, text } from '../../shared/fields/define';
import type { RecordType } from './types';
import { tags } from '../fields/tags';

export const knowledgeArticle: RecordType = {
	value: 'knowledgeArticle',
	name: 'Knowledge Article',
	plural: 'knowledge articles',
	path: '/KnowledgeArticle',
	idKey: 'ARTICLE_ID',
	titleKeys: ['Title'],
	matchKey: 'URL_SLUG',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	isSearchable: true,
	isTaggable: true,
	customFieldsOf: 'KNOWLEDGEARTICLE',
	fields: [
		reference('CATEGORY_ID', 'knowledgeArticleCategories'),
		reference('FOLDER_ID', 'knowledgeArticleFolders', { required: true }),
		text('Title', undefined, { required: true }),
		text('Body'),
		text('URL_SLUG', 255, { required: true }),
		flag('PROMOTED'),
		text('ARCHIVED_DATE_UTC', 20),
		reference('OWNER_USER_ID', 'users'),
		tags(),
		...readOnly(
			integer('ARTICLE_ID'),
			integer('ARTICLE_NO'),
			text('ArticleVersion'),
			text('Status'),
			text('Language'),
			integer('DOWNVOTE_COUNT'),
			integer('UPVOTE_COUNT'),
			dateTime('FIRST_PUBLISHED_DATE_UTC'),
			dateTime('LAST_PUBLISHED_DATE_UTC'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
			integer('CREATED_USER_ID'),
			text('ExternalLinkCount'),
		),
	],
};
