import { dateTime, integer, reference, text, linked } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ALL_STAMPS, ID, labelled } from './commonFields';

/** Needs the Service & Support tool (API v4 page). */
export const supportCase: RecordType = {
	value: 'case',
	name: 'Case',
	plural: 'cases',
	object: 'cases',
	titleKeys: ['subject'],
	matchKey: 'subject',
	createdKey: 'createddate',
	changedKey: 'modifieddate',
	isCore: true,
	shown: ['subject', 'accountid', 'status', 'type'],
	fields: [
		ID,
		...labelled(
			[linked('accountid', 'account'), 'Account ID'],
			[integer('caselevelid'), 'Case Level ID'],
			[reference('ownerid', 'users'), 'Owner'],
			[dateTime('opened'), 'Opened'],
			[text('status'), 'Status'],
			[text('subject'), 'Subject'],
			[text('type'), 'Type'],
		),
		...ALL_STAMPS,
	],
};
