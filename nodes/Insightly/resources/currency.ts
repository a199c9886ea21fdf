import { readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const currency: RecordType = {
	value: 'currency',
	name: 'Currency',
	plural: 'currencies',
	path: '/Currencies',
	idKey: 'CURRENCY_CODE',
	titleKeys: ['CURRENCY_CODE'],
	isSearchable: false,
	listing: 'whole',
	lacks: ['get', 'create', 'update', 'delete'],
	fields: readOnly(text('CURRENCY_CODE', 3), text('CURRENCY_SYMBOL', 10)),
};
