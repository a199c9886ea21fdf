import { flag, integer, reference, text } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ID, labelled } from './commonFields';

/** Needs the Marketing tool, as do details and stages (API v4 page). Live records had no dates. */
export const campaign: RecordType = {
	value: 'campaign',
	name: 'Campaign',
	plural: 'campaigns',
	object: 'campaigns',
	titleKeys: ['name'],
	matchKey: 'name',
	fields: [
		ID,
		...labelled(
			[text('name'), 'Name'],
			[text('type'), 'Type'],
			[text('status'), 'Status'],
			[flag('active'), 'Active'],
			[text('dripfeed'), 'Drip Feed'],
			[integer('members'), 'Members'],
			[integer('opportunities'), 'Opportunities'],
			[integer('sales'), 'Sales'],
			[reference('ownerid', 'users'), 'Owner'],
		),
	],
};

/** No public source shows a record: all fields come from the data dictionary. */
export const campaignDetail: RecordType = {
	value: 'campaignDetail',
	name: 'Campaign Detail',
	plural: 'campaign details',
	object: 'campaigndetails',
	titleKeys: ['name'],
	fields: [ID],
};

/** No public source shows a record: all fields come from the data dictionary. */
export const campaignStage: RecordType = {
	value: 'campaignStage',
	name: 'Campaign Stage',
	plural: 'campaign stages',
	object: 'campaignstages',
	titleKeys: ['name'],
	fields: [ID],
};
