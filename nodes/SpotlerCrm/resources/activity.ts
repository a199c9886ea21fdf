import { dateTime, flag, integer, text, linked } from '../../shared/fields/define';
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
	shown: ['type', 'date', 'description', 'contactid'],
	fields: [
		ID,
		...labelled(
			[linked('accountid', 'account'), 'Account ID'],
			[linked('contactid', 'contact'), 'Contact ID'],
			[linked('caseid', 'case'), 'Case ID'],
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
