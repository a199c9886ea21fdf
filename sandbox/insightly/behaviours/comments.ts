import type { Reply } from '../../shared/http';
import { emptyReply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody, touchParent } from '../call';
import { readBody } from '../fields/body';
import { clientBug, invalid, notFound } from '../refusal';
import { resourceOf } from '../resources';
import { numberInBody, updateRecord } from './collection';
import { nestedCreateReply, pageReply, recordReply } from './present';
import { updatedTest } from './search';

/** The field by which a comment names what it is about. */
const ABOUT: Readonly<Record<string, string>> = {
	Emails: 'EMAIL_ID',
	Notes: 'NOTE_ID',
	Tasks: 'TASK_ID',
};

/** GET …/Comments and, for notes, …/Comment. */
function commentsOf(call: Call): Reply {
	recordInPath(call);
	const test = updatedTest(call.account, call.query.text.updated_after_utc);
	const field = ABOUT[call.resource.path];
	const rows = call.account.store
		.all('Comments')
		.filter((row) => row[field] === idParameter(call) && (test?.(row) ?? true));
	return pageReply(call, resourceOf('Comments'), rows);
}

function addComment(call: Call): Reply {
	recordInPath(call);
	const values = readComment(call);
	if (!values.BODY) throw invalid('BODY is required');
	const row = call.account.store.insert('Comments', {
		...values,
		[ABOUT[call.resource.path]]: idParameter(call),
	});
	touchParent(call);
	return nestedCreateReply(call, resourceOf('Comments'), row, 'array');
}

/** PUT …/Comment: the comment's number is in the body. */
function changeNoteComment(call: Call): Reply {
	recordInPath(call);
	const id = singleBody(call).COMMENT_ID;
	if (typeof id !== 'number') {
		throw clientBug('missing record number', 'COMMENT_ID is required in the body');
	}
	requireComment(call, id);
	const row = call.account.store.update('Comments', id, readComment(call));
	touchParent(call);
	return recordReply(call.account, resourceOf('Comments'), row, call.account.switches.putStatus);
}

function removeNoteComment(call: Call): Reply {
	recordInPath(call);
	const id = idParameter(call, 'childEntityId');
	requireComment(call, id);
	call.account.store.remove('Comments', id);
	touchParent(call);
	return emptyReply(202);
}

/** PUT /Comments */
function changeComment(call: Call): Reply {
	const comments = resourceOf('Comments');
	const body = singleBody(call);
	const row = updateRecord(call, comments, numberInBody(comments, body), body);
	return recordReply(call.account, comments, row, call.account.switches.putStatus);
}

/** …/Comment is documented with the body of a note, …/Comments with that of a comment. */
function readComment(call: Call): JsonObject {
	const { body: type = 'Comments' } = call.endpoint;
	const besides = ['COMMENT_ID', ...(type === 'Notes' ? ['TITLE'] : [])];
	const rules = { type, mode: 'create', besides, mayLack: ['TITLE'] } as const;
	const { BODY } = readBody(call.account, singleBody(call), rules);
	return { BODY: BODY ?? null };
}

function requireComment({ account, params }: Call, id: number): void {
	if (account.store.get('Comments', id)?.NOTE_ID !== Number(params.id)) throw notFound();
}

/** GET /Ticket/{id}/Comments */
function ticketComments(call: Call): Reply {
	recordInPath(call);
	const test = updatedTest(call.account, call.query.text.updated_after_utc);
	const rows = call.account.store
		.all('TicketComments')
		.filter((row) => row.TICKET_ID === idParameter(call) && (test?.(row) ?? true));
	return pageReply(call, resourceOf('TicketComments'), rows);
}

function addTicketComment(call: Call): Reply {
	recordInPath(call);
	const rules = { type: 'TicketComment', mode: 'create' } as const;
	const values = readBody(call.account, singleBody(call), rules);
	const row = call.account.store.insert('TicketComments', {
		...values,
		TICKET_ID: idParameter(call),
	});
	touchParent(call);
	return nestedCreateReply(call, resourceOf('TicketComments'), row, 'array');
}

export const commentBehaviours = {
	'GET /*/{id}/Comments': commentsOf,
	'POST /*/{id}/Comments': addComment,
	'PUT /Comments': changeComment,
	'GET /Notes/{id}/Comment': commentsOf,
	'POST /Notes/{id}/Comment': addComment,
	'PUT /Notes/{id}/Comment': changeNoteComment,
	'DELETE /Notes/{id}/Comment/{childEntityId}': removeNoteComment,
	'GET /Ticket/{id}/Comments': ticketComments,
	'POST /Ticket/{id}/Comments': addTicketComment,
};
