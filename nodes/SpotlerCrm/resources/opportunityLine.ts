import { decimal, linked, text } from '../../shared/fields/define';
import type { RecordType } from './types';
import { ID, STAMPS, labelled } from './commonFields';

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
			[linked('opportunityid', 'opportunity'), 'Opportunity ID'],
			[text('product'), 'Product'],
			[decimal('quantity'), 'Quantity'],
			[decimal('unitprice'), 'Unit Price'],
		),
		STAMPS.createdby,
		STAMPS.modifiedby,
	],
};
