import { flag, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType } from './types';

const NOT_SEARCHED = { isSearchable: false, isTaggable: false } as const;

/** The four kinds of category are alike; deleting one only switches it off (v3.1 specification). */
const category = (what: string, path: RecordType['path']): RecordType => ({
	value: `${what.toLowerCase()}Category`,
	name: `${what} Category`,
	plural: `${what.toLowerCase()} categories`,
	path,
	idKey: 'CATEGORY_ID',
	titleKeys: ['CATEGORY_NAME'],
	...NOT_SEARCHED,
	listing: 'paged',
	deleteDescription: `Switch off one ${what.toLowerCase()} category, so that it can no longer be chosen`,
	fields: [
		text('CATEGORY_NAME', 255, { required: true }),
		flag('ACTIVE'),
		text('BACKGROUND_COLOR', 6, { required: true, label: 'Background Color (Hex)' }),
		...readOnly(integer('CATEGORY_ID')),
	],
});

export const fileCategory = category('File', '/FileCategories');
export const opportunityCategory = category('Opportunity', '/OpportunityCategories');
export const projectCategory = category('Project', '/ProjectCategories');
export const taskCategory = category('Task', '/TaskCategories');

export const leadSource: RecordType = {
	value: 'leadSource',
	name: 'Lead Source',
	plural: 'lead sources',
	path: '/LeadSources',
	idKey: 'LEAD_SOURCE_ID',
	titleKeys: ['LEAD_SOURCE'],
	...NOT_SEARCHED,
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

export const leadStatus: RecordType = {
	value: 'leadStatus',
	name: 'Lead Status',
	plural: 'lead statuses',
	path: '/LeadStatuses',
	idKey: 'LEAD_STATUS_ID',
	titleKeys: ['LEAD_STATUS'],
	...NOT_SEARCHED,
	listing: 'paged',
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

/** Something that a visitor did, reported to marketing; the API only takes them. */
export const marketingEvent: RecordType = {
	value: 'marketingEvent',
	name: 'Marketing Event',
	plural: 'marketing events',
	path: '/MarketingCustomEvent',
	idKey: 'PROSPECT_ID',
	titleKeys: ['ACTION'],
	...NOT_SEARCHED,
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
