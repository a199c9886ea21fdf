import { flag, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

export const leadStatus: RecordType = {
	value: 'leadStatus',
	name: 'Lead Status',
	plural: 'lead statuses',
	path: '/LeadStatuses',
	idKey: 'LEAD_STATUS_ID',
	titleKeys: ['LEAD_STATUS'],
	isSearchable: false,
	listing: 'paged',
	listOptions: ['includeConverted'],
	listQuery: ({ includeConverted }) => (includeConverted ? { include_converted: true } : {}),
	lacks: ['get'],
	deletedBy: 'query',
	fields: [
		text('LEAD_STATUS', 255, { required: true }),
		flag('DEFAULT_STATUS'),
		integer('STATUS_TYPE'),
		integer('FIELD_ORDER'),
		...readOnly(integer('LEAD_STATUS_ID')),
	],
};
