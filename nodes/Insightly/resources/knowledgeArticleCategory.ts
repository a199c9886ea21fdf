import { dateTime, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const knowledgeArticleCategory: RecordType = {
	value: 'knowledgeArticleCategory',
	name: 'Knowledge Article Category',
	plural: 'knowledge article categories',
	path: '/KnowledgeArticleCategory',
	idKey: 'CATEGORY_ID',
	titleKeys: ['CATEGORY_NAME'],
	matchKey: 'CATEGORY_NAME',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'service',
	isSearchable: true,
	lacks: ['delete'],
	fields: [
		text('CATEGORY_NAME', 50, { required: true }),
		text('DESCRIPTION', 255),
		...readOnly(
			integer('CATEGORY_ID'),
			integer('CREATED_USER_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
		),
	],
};
