import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import { dateTime, integer, linked, readOnly, reference, text } from '../../shared/fields/define';
import { readId } from '../../shared/form/recordId';
import type { RecordType } from './types';
import { tags } from '../fields/tags';

export const ticket: RecordType = {
	value: 'ticket',
	name: 'Ticket',
	plural: 'tickets',
	path: '/Ticket',
	idKey: 'TICKET_ID',
	titleKeys: ['SUBJECT'],
	matchKey: 'SUBJECT',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'service',
	isSearchable: true,
	customFieldsOf: 'TICKET',
	has: ['follow', 'imageFields', 'tags', 'ticketComments'],
	actions: [
		{
			value: 'mergeInto',
			name: 'Merge',
			action: 'Merge ticket',
			// The ticket that is merged disappears; its comments move (v3.1 specification).
			description: 'Merge a ticket into another one, which is named by its ticket number',
			endpoint: 'POST /Ticket/{id}/Merge',
			parameters: ['targetTicketNumber', 'simplify'],
			options: OUTPUT_OPTIONS,
			send: (item) => ({
				body: {
					TARGET_TICKET_NUMBER: readId(item, 'targetTicketNumber', 'ticket to merge into'),
				},
			}),
		},
	],
	shown: ['OWNER_USER_ID'],
	fields: [
		linked('ORGANISATION_ID', 'organisation'),
		text('TICKET_TYPE'),
		text('SUBJECT', 500, { required: true }),
		text('TICKET_STATUS', 20, { required: true }),
		text('PRIORITY', 20),
		text('TO_EMAIL_ADDRESS', 255),
		linked('CONTACT_ID', 'contact', { required: true }),
		reference('OWNER_USER_ID', 'users', { label: 'Owner ID' }),
		integer('BRAND_ID'),
		text('TicketCommentBodyHtml', undefined, { in: 'create' }),
		tags(),
		...readOnly(
			integer('TICKET_ID'),
			integer('CREATED_USER_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
			text('TICKET_NUMBER'),
			text('SOURCE', 20),
			dateTime('DATE_SOLVED_UTC'),
			dateTime('DATE_CLOSED_UTC'),
		),
	],
};
