import { dateTime, decimal, flag, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const product: RecordType = {
	value: 'product',
	name: 'Product',
	plural: 'products',
	path: '/Product',
	idKey: 'PRODUCT_ID',
	titleKeys: ['PRODUCT_NAME'],
	matchKey: 'PRODUCT_NAME',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'products',
	isSearchable: true,
	customFieldsOf: 'PRODUCT',
	// Required by the specification; nobody wants to type it in.
	createDefaults: async () => ({ ACTIVE: true }),
	has: ['documents', 'follow', 'image', 'imageFields', 'pricebookEntries'],
	shown: ['PRODUCT_CODE', 'DESCRIPTION'],
	fields: [
		text('PRODUCT_NAME', 255, { required: true }),
		text('PRODUCT_CODE', 255),
		text('PRODUCT_SKU', 255),
		text('DESCRIPTION', 4000),
		text('PRODUCT_FAMILY', 255),
		text('PRODUCT_IMAGE_URL', 255),
		decimal('DEFAULT_PRICE', { required: true }),
		flag('ACTIVE'),
		...readOnly(
			integer('PRODUCT_ID'),
			text('CURRENCY_CODE', 3),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
			integer('CREATED_USER_ID'),
			integer('OWNER_USER_ID'),
		),
	],
};
