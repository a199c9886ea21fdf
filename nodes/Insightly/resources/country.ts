import { readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const country: RecordType = {
	value: 'country',
	name: 'Country',
	plural: 'countries',
	path: '/Countries',
	idKey: 'COUNTRY_NAME',
	titleKeys: ['COUNTRY_NAME'],
	isSearchable: false,
	listing: 'whole',
	lacks: ['get', 'create', 'update', 'delete'],
	fields: readOnly(text('COUNTRY_NAME', 128)),
};
