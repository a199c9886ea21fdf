import { flag, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

/** The four kinds of category are alike; deleting one only switches it off (v3.1 specification). */
export const category = (what: string, path: RecordType['path']): RecordType => ({
	value: `${what.toLowerCase()}Category`,
	name: `${what} Category`,
	plural: `${what.toLowerCase()} categories`,
	path,
	idKey: 'CATEGORY_ID',
	titleKeys: ['CATEGORY_NAME'],
	isSearchable: false,
	listing: 'paged',
	deleteDescription: `Switch off one ${what.toLowerCase()} category, so that it can no longer be chosen`,
	fields: [
		text('CATEGORY_NAME', 255, { required: true }),
		flag('ACTIVE'),
		text('BACKGROUND_COLOR', 6, { required: true, label: 'Background Color (Hex)' }),
		...readOnly(integer('CATEGORY_ID')),
	],
});
