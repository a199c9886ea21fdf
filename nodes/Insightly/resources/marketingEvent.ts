import { integer, text } from '../../shared/fields/define';
import type { RecordType } from './types';

/** Something that a visitor did, reported to marketing; the API only takes them. */
export const marketingEvent: RecordType = {
	value: 'marketingEvent',
	name: 'Marketing Event',
	plural: 'marketing events',
	path: '/MarketingCustomEvent',
	idKey: 'PROSPECT_ID',
	titleKeys: ['ACTION'],
	plan: 'marketing',
	isSearchable: false,
	lacks: ['list', 'get', 'update', 'delete'],
	fields: [
		integer('PROSPECT_ID', { required: true }),
		text('CATEGORY', undefined, { required: true }),
		text('ACTION', undefined, { required: true }),
		text('LABEL'),
		text('PROPERTY'),
		text('VALUE'),
		text('IPADDRESS', undefined, { label: 'IP Address' }),
	],
};
