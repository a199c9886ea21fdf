import { dateTime, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const knowledgeArticleFolder: RecordType = {
	value: 'knowledgeArticleFolder',
	name: 'Knowledge Article Folder',
	plural: 'knowledge article folders',
	path: '/KnowledgeArticleFolder',
	idKey: 'FOLDER_ID',
	titleKeys: ['FOLDER_NAME'],
	matchKey: 'FOLDER_NAME',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'service',
	isSearchable: true,
	lacks: ['delete'],
	fields: [
		text('FOLDER_NAME', 50, { required: true }),
		text('CATEGORY_ID', 11, { required: true }),
		text('VISIBILITY', 20),
		text('ORDER_ARTICLES', 20),
		...readOnly(
			integer('FOLDER_ID'),
			integer('CREATED_USER_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
		),
	],
};
