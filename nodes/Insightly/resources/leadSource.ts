import { flag, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const leadSource: RecordType = {
	value: 'leadSource',
	name: 'Lead Source',
	plural: 'lead sources',
	path: '/LeadSources',
	idKey: 'LEAD_SOURCE_ID',
	titleKeys: ['LEAD_SOURCE'],
	isSearchable: false,
	listing: 'paged',
	lacks: ['get'],
	deletedBy: 'query',
	fields: [
		text('LEAD_SOURCE', 255, { required: true }),
		flag('DEFAULT_VALUE'),
		integer('FIELD_ORDER'),
		...readOnly(integer('LEAD_SOURCE_ID')),
	],
};
