import { date, decimal, integer, text } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ALL_STAMPS, ID, STAMPS, labelled } from './commonFields';

export const opportunity: RecordType = {
	value: 'opportunity',
	name: 'Opportunity',
	plural: 'opportunities',
	object: 'opportunities',
	titleKeys: ['name'],
	matchKey: 'name',
	createdKey: 'createddate',
	changedKey: 'modifieddate',
	hasLines: true,
	fields: [
		ID,
		...labelled(
			[integer('accountid'), 'Account ID'],
			[text('name'), 'Name'],
			[date('closedate'), 'Close Date'],
			[text('forecast'), 'Forecast'],
			[text('nextstep'), 'Next Step'],
			[decimal('probability'), 'Probability'],
			[text('repeat'), 'Repeat'],
			[text('source'), 'Source'],
			[text('status'), 'Status'],
		),
		...ALL_STAMPS,
	],
};

/** Live records had no dates. The only object name with an underscore (API v4 page). */
export const opportunityLine: RecordType = {
	value: 'opportunityLine',
	name: 'Opportunity Line',
	plural: 'opportunity lines',
	object: 'opportunity_lines',
	titleKeys: ['product'],
	matchKey: 'product',
	fields: [
		ID,
		...labelled(
			[integer('opportunityid'), 'Opportunity ID'],
			[text('product'), 'Product'],
			[decimal('quantity'), 'Quantity'],
			[decimal('unitprice'), 'Unit Price'],
		),
		STAMPS.createdby,
		STAMPS.modifiedby,
	],
};

/** Live records had a date of change but none of creation. */
export const opportunityHistory: RecordType = {
	value: 'opportunityHistory',
	name: 'Opportunity History',
	plural: 'opportunity histories',
	object: 'opportunityhistories',
	titleKeys: ['opportunitystatus', 'closedate'],
	changedKey: 'modifieddate',
	fields: [
		ID,
		...labelled(
			[date('closedate'), 'Close Date'],
			[text('forecast'), 'Forecast'],
			[text('opportunitystatus'), 'Opportunity Status'],
			[decimal('probability'), 'Probability'],
			[decimal('value'), 'Value'],
		),
		STAMPS.modifiedby,
		STAMPS.modifieddate,
	],
};
