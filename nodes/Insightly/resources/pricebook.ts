import { dateTime, flag, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const pricebook: RecordType = {
	value: 'pricebook',
	name: 'Price Book',
	objectName: 'Pricebook',
	plural: 'price books',
	path: '/Pricebook',
	idKey: 'PRICEBOOK_ID',
	titleKeys: ['NAME'],
	matchKey: 'NAME',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	plan: 'products',
	isSearchable: true,
	lacks: ['delete'],
	// Required by the specification; nobody wants to type it in.
	createDefaults: async () => ({ ACTIVE: true }),
	has: ['follow', 'pricebookEntries'],
	fields: [
		text('NAME', 255, { required: true }),
		text('DESCRIPTION', 4000),
		text('CURRENCY_CODE', 3),
		flag('ACTIVE'),
		...readOnly(
			integer('PRICEBOOK_ID'),
			flag('IS_STANDARD'),
			integer('OWNER_USER_ID'),
			integer('CREATED_USER_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
		),
	],
};
