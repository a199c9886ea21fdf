import { date, dateTime, decimal, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const opportunityLineItem: RecordType = {
	value: 'opportunityLineItem',
	name: 'Opportunity Line Item',
	plural: 'opportunity line items',
	path: '/OpportunityLineItem',
	idKey: 'OPPORTUNITY_ITEM_ID',
	titleKeys: ['DESCRIPTION'],
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'products',
	isSearchable: true,
	lacks: ['create', 'update', 'delete'],
	customFieldsOf: 'OPPORTUNITYLINEITEM',
	has: ['imageFields'],
	below: {
		parents: 'opportunityLineItems',
		parentName: 'Opportunity',
		segment: 'OpportunityLineItem',
		verbs: ['getMany', 'create', 'update', 'delete'],
	},
	fields: [
		integer('PRICEBOOK_ENTRY_ID', { in: 'create', required: true }),
		text('CURRENCY_CODE', 3),
		decimal('UNIT_PRICE', { required: true }),
		text('DESCRIPTION', 255),
		decimal('QUANTITY', { required: true }),
		date('SERVICE_DATE'),
		decimal('LIST_PRICE'),
		decimal('DISCOUNT'),
		...readOnly(
			integer('OPPORTUNITY_ITEM_ID'),
			integer('OPPORTUNITY_ID'),
			decimal('TOTAL_PRICE'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
			decimal('SUBTOTAL'),
		),
	],
};
