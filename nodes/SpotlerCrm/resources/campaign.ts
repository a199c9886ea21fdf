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
	shown: ['name', 'type', 'status'],
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
