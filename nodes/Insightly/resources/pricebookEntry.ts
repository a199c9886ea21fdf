import {
	dateTime,
	decimal,
	flag,
	integer,
	readOnly,
	reference,
	text,
} from '../../shared/fields/define';
import type { RecordType } from './types';

export const pricebookEntry: RecordType = {
	value: 'pricebookEntry',
	name: 'Price Book Entry',
	objectName: 'PricebookEntry',
	plural: 'price book entries',
	path: '/PricebookEntry',
	idKey: 'PRICEBOOK_ENTRY_ID',
	titleKeys: ['PRICEBOOK_ENTRY_ID'],
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'products',
	isSearchable: true,
	lacks: ['create', 'update', 'delete'],
	customFieldsOf: 'PRICEBOOKENTRY',
	has: ['imageFields'],
	below: {
		parents: 'pricebookEntries',
		parentName: 'Price Book or Product',
		segment: 'PricebookEntry',
		verbs: ['getMany', 'create', 'update', 'delete'],
	},
	fields: [
		reference('PRICEBOOK_ID', 'pricebooks', { in: 'create', required: true }),
		integer('PRODUCT_ID', { in: 'create', required: true }),
		decimal('PRICE', { required: true }),
		flag('USE_STANDARD_PRICE'),
		flag('ACTIVE'),
		...readOnly(
			integer('PRICEBOOK_ENTRY_ID'),
			text('CURRENCY_CODE', 3),
			integer('CREATED_USER_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
		),
	],
};
