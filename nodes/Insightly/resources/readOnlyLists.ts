import { flag, integer, readOnly, text } from '../../shared/fields/define';
import type { RecordType, RecordVerb } from './types';

const READ_ONLY: readonly RecordVerb[] = ['create', 'update', 'delete'];

const LIST_ONLY: readonly RecordVerb[] = [...READ_ONLY, 'get'];

const NOT_SEARCHED = { isSearchable: false, isTaggable: false } as const;

export const pipeline: RecordType = {
	value: 'pipeline',
	name: 'Pipeline',
	plural: 'pipelines',
	path: '/Pipelines',
	idKey: 'PIPELINE_ID',
	titleKeys: ['PIPELINE_NAME'],
	...NOT_SEARCHED,
	listing: 'paged',
	lacks: READ_ONLY,
	fields: readOnly(
		integer('PIPELINE_ID'),
		text('PIPELINE_NAME'),
		flag('FOR_OPPORTUNITIES'),
		flag('FOR_PROJECTS'),
		integer('OWNER_USER_ID'),
	),
};

export const pipelineStage: RecordType = {
	value: 'pipelineStage',
	name: 'Pipeline Stage',
	plural: 'pipeline stages',
	path: '/PipelineStages',
	idKey: 'STAGE_ID',
	titleKeys: ['STAGE_NAME'],
	...NOT_SEARCHED,
	listing: 'paged',
	lacks: READ_ONLY,
	fields: readOnly(
		integer('STAGE_ID'),
		integer('PIPELINE_ID'),
		text('STAGE_NAME'),
		integer('STAGE_ORDER'),
		integer('ACTIVITYSET_ID'),
		integer('OWNER_USER_ID'),
	),
};

export const country: RecordType = {
	value: 'country',
	name: 'Country',
	plural: 'countries',
	path: '/Countries',
	idKey: 'COUNTRY_NAME',
	titleKeys: ['COUNTRY_NAME'],
	...NOT_SEARCHED,
	listing: 'whole',
	lacks: LIST_ONLY,
	fields: readOnly(text('COUNTRY_NAME', 128)),
};

export const currency: RecordType = {
	value: 'currency',
	name: 'Currency',
	plural: 'currencies',
	path: '/Currencies',
	idKey: 'CURRENCY_CODE',
	titleKeys: ['CURRENCY_CODE'],
	...NOT_SEARCHED,
	listing: 'whole',
	lacks: LIST_ONLY,
	fields: readOnly(text('CURRENCY_CODE', 3), text('CURRENCY_SYMBOL', 10)),
};

export const relationship: RecordType = {
	value: 'relationship',
	name: 'Relationship',
	plural: 'relationships',
	path: '/Relationships',
	idKey: 'RELATIONSHIP_ID',
	titleKeys: ['FORWARD_TITLE'],
	...NOT_SEARCHED,
	listing: 'paged',
	lacks: LIST_ONLY,
	fields: readOnly(
		integer('RELATIONSHIP_ID'),
		text('FORWARD_TITLE', 255),
		text('FORWARD', 255),
		text('REVERSE_TITLE', 255),
		text('REVERSE', 255),
		flag('FOR_CONTACTS'),
		flag('FOR_ORGANISATIONS'),
	),
};

export const opportunityStateReason: RecordType = {
	value: 'opportunityStateReason',
	name: 'Opportunity State Reason',
	plural: 'opportunity state reasons',
	path: '/OpportunityStateReasons',
	idKey: 'STATE_REASON_ID',
	titleKeys: ['STATE_REASON'],
	...NOT_SEARCHED,
	listing: 'paged',
	lacks: LIST_ONLY,
	fields: readOnly(integer('STATE_REASON_ID'), text('STATE_REASON'), text('FOR_OPPORTUNITY_STATE')),
};

export const customObject: RecordType = {
	value: 'customObject',
	name: 'Custom Object',
	plural: 'custom objects',
	path: '/CustomObjects',
	idKey: 'OBJECT_NAME',
	titleKeys: ['SINGULAR_LABEL'],
	...NOT_SEARCHED,
	listing: 'whole',
	lacks: LIST_ONLY,
	fields: readOnly(
		text('OBJECT_NAME'),
		text('SINGULAR_LABEL'),
		text('PLURAL_LABEL'),
		text('DESCRIPTION'),
		text('RECORD_NAME_LABEL'),
		text('RECORD_NAME_TYPE'),
		text('RECORD_NAME_DISPLAY_FORMAT'),
		flag('ENABLE_NAVBAR'),
		flag('ENABLE_WORKFLOWS'),
		integer('CREATED_USER_ID'),
	),
};
