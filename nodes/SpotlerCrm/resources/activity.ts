import { dateTime, flag, integer, text } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ID, STAMPS, labelled } from './commonFields';

export const activity: RecordType = {
	value: 'activity',
	name: 'Activity',
	plural: 'activities',
	object: 'activities',
	titleKeys: ['type', 'date'],
	matchKey: 'emailsubject',
	createdKey: 'createddate',
	changedKey: 'modifieddate',
	fields: [
		ID,
		...labelled(
			[integer('accountid'), 'Account ID'],
			[integer('contactid'), 'Contact ID'],
			[integer('caseid'), 'Case ID'],
			[dateTime('date'), 'Date'],
			[text('type'), 'Type'],
			[integer('priority'), 'Priority'],
			[text('status'), 'Status'],
			[flag('allday'), 'All Day'],
			[text('description'), 'Description'],
			[text('emailsubject'), 'Email Subject'],
			[text('emailfrom'), 'Email From'],
			[text('emailto'), 'Email To'],
			[text('emailcc'), 'Email CC'],
		),
		STAMPS.createdby,
		STAMPS.createddate,
		STAMPS.modifieddate,
	],
};
