import { dateTime, decimal, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const quotationLineItem: RecordType = {
	value: 'quotationLineItem',
	name: 'Quotation Line Item',
	plural: 'quotation line items',
	path: '/QuotationLineItem',
	idKey: 'QUOTATION_ITEM_ID',
	titleKeys: ['DESCRIPTION'],
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'products',
	isSearchable: true,
	lacks: ['create', 'update', 'delete'],
	customFieldsOf: 'QUOTATIONLINEITEM',
	has: ['imageFields'],
	below: {
		parents: 'quotationLineItems',
		parentName: 'Quotation',
		segment: 'QuotationLineItem',
		verbs: ['getMany', 'create', 'update', 'delete'],
	},
	fields: [
		integer('PRICEBOOK_ENTRY_ID', { in: 'create', required: true }),
		text('DESCRIPTION', 255),
		text('CURRENCY_CODE', 3),
		decimal('QUANTITY', { required: true }),
		decimal('UNIT_PRICE', { required: true }),
		decimal('DISCOUNT'),
		integer('SORT_ORDER'),
		...readOnly(
			integer('QUOTATION_ITEM_ID'),
			integer('QUOTE_ID'),
			integer('OPPORTUNITY_ITEM_ID'),
			decimal('LIST_PRICE'),
			decimal('SUBTOTAL'),
			decimal('TOTAL_PRICE'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
		),
	],
};
