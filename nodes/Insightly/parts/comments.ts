import type { ItemContext } from '../../shared/form/itemContext';
import { endpointOperation } from '../operations';
import { filterQuery } from '../operations/getMany';
import { idPart } from '../operations/path';
import { readId } from '../../shared/form/recordId';
import type { InsightlyResource } from '../operations/types';
import { note } from '../resources/note';
import { WITH_COMMENTS } from '../resources/parents';
import { ticket } from '../resources/ticket';
import { COMMENT_FIELDS, TICKET_COMMENT_FIELDS } from './fields';
import { partValues, requiredText } from './values';

export const commentId = idPart('commentId', 'comment');

const listParameters = ['returnAll', 'limit', 'optionsOfParent'];

const newComment = (item: ItemContext) => ({ BODY: requiredText(item, 'body', 'text') });

const changedComment = (item: ItemContext) => ({
	COMMENT_ID: readId(item, 'commentId', 'comment'),
	...newComment(item),
});

export const comment: InsightlyResource = {
	value: 'comment',
	name: 'Comment',
	description: 'Comments on emails, notes and tasks',
	operations: [
		endpointOperation({
			value: 'create',
			name: 'Create',
			action: 'Create comment',
			description: 'Comment on an email, a note or a task',
			endpoint: 'POST /{parent}/{id}/Comments',
			parents: WITH_COMMENTS,
			parameters: ['body'],
			outputFields: COMMENT_FIELDS,
			send: (item) => ({ body: newComment(item) }),
		}),
		endpointOperation({
			value: 'delete',
			name: 'Delete',
			action: 'Delete comment',
			description: 'Delete one comment',
			endpoint: 'DELETE /Comments/{id}',
			parts: { id: commentId },
		}),
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many comments',
			description: 'List the comments on one record',
			endpoint: 'GET /{parent}/{id}/Comments',
			parents: WITH_COMMENTS,
			parameters: listParameters,
			isPaged: true,
			outputFields: COMMENT_FIELDS,
			send: (item) => ({ query: filterQuery(item) }),
		}),
		endpointOperation({
			value: 'update',
			name: 'Update',
			action: 'Update comment',
			description: 'Change the text of one comment',
			endpoint: 'PUT /Comments',
			parameters: ['commentId', 'body'],
			outputFields: COMMENT_FIELDS,
			send: (item) => ({ body: changedComment(item) }),
		}),
	],
};

/** A newer set of endpoints for the same comments, below the note. */
export const noteComment: InsightlyResource = {
	value: 'noteComment',
	name: 'Note Comment',
	description: 'Comments on a note, each only reachable through its note',
	operations: [
		endpointOperation({
			value: 'create',
			name: 'Create',
			action: 'Create note comment',
			description: 'Comment on a note',
			endpoint: 'POST /Notes/{id}/Comment',
			parents: [note],
			parameters: ['body'],
			outputFields: COMMENT_FIELDS,
			send: (item) => ({ body: newComment(item) }),
		}),
		endpointOperation({
			value: 'delete',
			name: 'Delete',
			action: 'Delete note comment',
			description: 'Delete one comment if it is on this note',
			endpoint: 'DELETE /Notes/{id}/Comment/{childEntityId}',
			parents: [note],
			parts: { childEntityId: commentId },
		}),
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many note comments',
			description: 'List the comments on one note',
			endpoint: 'GET /Notes/{id}/Comment',
			parents: [note],
			parameters: ['returnAll', 'limit'],
			outputFields: COMMENT_FIELDS,
		}),
		endpointOperation({
			value: 'update',
			name: 'Update',
			action: 'Update note comment',
			description: 'Change the text of one comment if it is on this note',
			endpoint: 'PUT /Notes/{id}/Comment',
			parents: [note],
			parameters: ['commentId', 'body'],
			outputFields: COMMENT_FIELDS,
			send: (item) => ({ body: changedComment(item) }),
		}),
	],
};

export const ticketComment: InsightlyResource = {
	value: 'ticketComment',
	name: 'Ticket Comment',
	description: 'The conversation on a ticket',
	operations: [
		endpointOperation({
			value: 'create',
			name: 'Create',
			action: 'Create ticket comment',
			description: 'Answer on a ticket, or note something on it',
			endpoint: 'POST /Ticket/{id}/Comments',
			parents: [ticket],
			parameters: ['body', 'isPublic', 'channel', 'ticketCommentOptions'],
			outputFields: TICKET_COMMENT_FIELDS,
			send: (item) => ({
				body: partValues(item, TICKET_COMMENT_FIELDS, {
					BODY_HTML: requiredText(item, 'body', 'text'),
					PUBLIC_COMMENT: item.flag('isPublic'),
					CHANNEL: requiredText(item, 'channel', 'channel'),
					AUTHOR_CONTACT_ID: item.collection('options').authorContactId,
				}),
			}),
		}),
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many ticket comments',
			description: 'List the conversation on one ticket',
			endpoint: 'GET /Ticket/{id}/Comments',
			parents: [ticket],
			parameters: listParameters,
			isPaged: true,
			outputFields: TICKET_COMMENT_FIELDS,
			send: (item) => ({ query: filterQuery(item) }),
		}),
	],
};
