import { idPart } from '../operations/path';
import { readParentId, readParentType, recordTypeKey } from '../operations/parent';
import { DONE_FIELDS } from '../output/records';
import { objectNameOf, type SubResource } from './types';
import { ticket } from './ticket';

const userId = idPart('userId', 'user');

/** Screens of people on the phone: a telephone system tells Insightly what to show to whom. */
export const ctiDisplay: SubResource = {
	value: 'ctiDisplay',
	name: 'CTI Display',
	description: 'Show a record on the screen of a user who is on the phone',
	rows: [
		{
			value: 'showRecord',
			name: 'Show Record',
			action: 'Show record on screen of user',
			description: 'Show a record to a user of the telephone integration',
			endpoint: 'POST /cti/user/{user_id}/{object_name}/{record_id}/display',
			picks: 'activities',
			parts: {
				user_id: userId,
				object_name: {
					parameters: [recordTypeKey('activities')],
					read: (item) => objectNameOf(readParentType(item, 'activities')),
				},
				record_id: {
					parameters: ['hostRecord'],
					read: (item) => readParentId(item, readParentType(item, 'activities')),
				},
			},
			send: () => ({ answersNothing: true }),
			outputFields: DONE_FIELDS,
		},
		{
			value: 'showTicket',
			name: 'Show Ticket',
			action: 'Show ticket on screen of user',
			description: 'Show a ticket to a user of the telephone integration',
			endpoint: 'POST /cti/user/{user_id}/tickets/{ticket_id}/display',
			picks: 'ticketComments',
			parts: {
				user_id: userId,
				ticket_id: { parameters: ['hostRecord'], read: (item) => readParentId(item, ticket) },
			},
			send: () => ({ answersNothing: true }),
			outputFields: DONE_FIELDS,
		},
	],
};
