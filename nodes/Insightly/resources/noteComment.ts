import { changedComment, COMMENT_FIELDS, commentId, newComment } from './comment';
import type { SubResource } from './types';

/** A newer set of endpoints for the same comments, below the note. */
export const noteComment: SubResource = {
	value: 'noteComment',
	name: 'Note Comment',
	description: 'Comments on a note, each only reachable through its note',
	rows: [
		{
			value: 'create',
			name: 'Create',
			action: 'Create note comment',
			description: 'Comment on a note',
			endpoint: 'POST /Notes/{id}/Comment',
			below: 'noteComments',
			parameters: ['body'],
			outputFields: COMMENT_FIELDS,
			send: (item) => ({ body: newComment(item) }),
		},
		{
			value: 'delete',
			name: 'Delete',
			action: 'Delete note comment',
			description: 'Delete one comment if it is on this note',
			endpoint: 'DELETE /Notes/{id}/Comment/{childEntityId}',
			below: 'noteComments',
			parts: { childEntityId: commentId },
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many note comments',
			description: 'List the comments on one note',
			endpoint: 'GET /Notes/{id}/Comment',
			below: 'noteComments',
			parameters: ['returnAll', 'limit'],
			outputFields: COMMENT_FIELDS,
		},
		{
			value: 'update',
			name: 'Update',
			action: 'Update note comment',
			description: 'Change the text of one comment if it is on this note',
			endpoint: 'PUT /Notes/{id}/Comment',
			below: 'noteComments',
			parameters: ['commentId', 'body'],
			outputFields: COMMENT_FIELDS,
			send: (item) => ({ body: changedComment(item) }),
		},
	],
};
