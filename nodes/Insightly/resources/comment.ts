import { dateTime, integer, text } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import { readId } from '../../shared/form/recordId';
import { requiredText } from '../../shared/form/requiredText';
import { filterQuery } from '../operations/listFilters';
import { idPart } from '../operations/path';
import type { SubResource } from './types';

/** Field by field as the API answers it (v3.1 specification; BODY *observed*). */
export const COMMENT_FIELDS = [
	integer('COMMENT_ID'),
	text('BODY'),
	integer('OWNER_USER_ID'),
	dateTime('DATE_CREATED_UTC'),
	dateTime('DATE_UPDATED_UTC'),
];

export const commentId = idPart('commentId', 'comment');

/** `{"BODY": "…"}` */
export const newComment = (item: ItemContext) => ({ BODY: requiredText(item, 'body', 'text') });

/** `{"COMMENT_ID": 12, "BODY": "…"}` */
export const changedComment = (item: ItemContext) => ({
	COMMENT_ID: readId(item, 'commentId', 'comment'),
	...newComment(item),
});

export const comment: SubResource = {
	value: 'comment',
	name: 'Comment',
	description: 'Comments on emails, notes and tasks',
	rows: [
		{
			value: 'create',
			name: 'Create',
			action: 'Create comment',
			description: 'Comment on an email, a note or a task',
			endpoint: 'POST /{parent}/{id}/Comments',
			below: 'comments',
			parameters: ['body'],
			outputFields: COMMENT_FIELDS,
			send: (item) => ({ body: newComment(item) }),
		},
		{
			value: 'delete',
			name: 'Delete',
			action: 'Delete comment',
			description: 'Delete one comment',
			endpoint: 'DELETE /Comments/{id}',
			parts: { id: commentId },
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many comments',
			description: 'List the comments on one record',
			endpoint: 'GET /{parent}/{id}/Comments',
			below: 'comments',
			parameters: ['returnAll', 'limit'],
			options: ['skip', 'updatedSince'],
			isPaged: true,
			outputFields: COMMENT_FIELDS,
			send: (item) => ({ query: filterQuery(item) }),
		},
		{
			value: 'update',
			name: 'Update',
			action: 'Update comment',
			description: 'Change the text of one comment',
			endpoint: 'PUT /Comments',
			parameters: ['commentId', 'body'],
			outputFields: COMMENT_FIELDS,
			send: (item) => ({ body: changedComment(item) }),
		},
	],
};
