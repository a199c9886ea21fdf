import { dateTime, flag, integer, text } from '../../shared/fields/define';
import { locatorValue } from '../../shared/form/formReader';
import type { ItemContext } from '../../shared/form/itemContext';
import { idInAddress } from '../../shared/form/recordId';
import { requiredText } from '../../shared/form/requiredText';
import { formValues } from '../fields/formValues';
import { filterQuery } from '../operations/listFilters';
import type { SubResource } from './types';

const TICKET_COMMENT_FIELDS = [
	integer('TICKET_COMMENT_ID'),
	integer('TICKET_ID'),
	text('BODY_HTML'),
	flag('PUBLIC_COMMENT'),
	text('CHANNEL', 20),
	integer('AUTHOR_CONTACT_ID'),
	integer('CREATED_USER_ID'),
	dateTime('DATE_CREATED_UTC'),
];

/** The picked contact's ID, or its address. */
const authorOf = (item: ItemContext): string =>
	idInAddress(String(locatorValue(item.collection('options').authorContactId) ?? '').trim());

export const ticketComment: SubResource = {
	value: 'ticketComment',
	name: 'Ticket Comment',
	description: 'The conversation on a ticket',
	rows: [
		{
			value: 'create',
			name: 'Create',
			action: 'Create ticket comment',
			description: 'Answer on a ticket, or note something on it',
			endpoint: 'POST /Ticket/{id}/Comments',
			below: 'ticketComments',
			parameters: ['body', 'isPublic', 'channel'],
			options: ['authorContactId'],
			outputFields: TICKET_COMMENT_FIELDS,
			send: (item) => ({
				body: formValues(item, TICKET_COMMENT_FIELDS, {
					BODY_HTML: requiredText(item, 'body', 'text'),
					PUBLIC_COMMENT: item.flag('isPublic'),
					CHANNEL: requiredText(item, 'channel', 'channel'),
					AUTHOR_CONTACT_ID: authorOf(item),
				}),
			}),
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many ticket comments',
			description: 'List the conversation on one ticket',
			endpoint: 'GET /Ticket/{id}/Comments',
			below: 'ticketComments',
			parameters: ['returnAll', 'limit'],
			options: ['skip', 'updatedSince'],
			isPaged: true,
			outputFields: TICKET_COMMENT_FIELDS,
			send: (item) => ({ query: filterQuery(item) }),
		},
	],
};
