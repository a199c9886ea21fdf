import type { INodeProperties } from 'n8n-workflow';

import type { ParameterPool } from '../shared/description/properties';
import { listParameters, simplifyParameter } from '../shared/description/common';

const recordLocator: INodeProperties = {
	displayName: 'Record',
	name: 'recordId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The record to work on',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchRecords', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 123456789',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^\\s*[0-9]+\\s*$',
						errorMessage: 'An Insightly ID is a whole number',
					},
				},
			],
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://crm.na1.insightly.com/details/contact/123456789',
			extractValue: { type: 'regex', regex: '^https?://.*?/([0-9]+)(?:[/?#].*)?$' },
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^https?://.*?/([0-9]+)(?:[/?#].*)?$',
						errorMessage: 'The address of a record ends with its ID',
					},
				},
			],
		},
	],
};

const fieldMapper = (mode: 'add' | 'upsert', description: string): INodeProperties => ({
	displayName: 'Fields',
	name: 'fields',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	required: true,
	description,
	typeOptions: {
		loadOptionsDependsOn: ['resource', 'operation'],
		resourceMapper: {
			resourceMapperMethod: 'getFields',
			mode,
			fieldWords: { singular: 'field', plural: 'fields' },
			addAllFields: false,
			multiKeyMatch: false,
			supportAutoMap: true,
			refreshStaleSchemaOnOpen: true,
			...(mode === 'upsert'
				? {
						matchingFieldsLabels: {
							title: 'Field to Match On',
							description: 'The field that tells whether the record is already there',
							hint: 'If no record has this value, one is created. If one has it, it is updated. If several have it, nothing is written.',
						},
					}
				: {}),
		},
	},
});

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Field Name or ID',
			name: 'fieldName',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getSearchFields', loadOptionsDependsOn: ['resource'] },
			default: '',
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Field Value',
			name: 'fieldValue',
			type: 'string',
			default: '',
			description: 'Only records in which the field has exactly this value',
		},
		{
			displayName: 'Tag',
			name: 'tag',
			type: 'string',
			default: '',
			placeholder: 'e.g. VIP',
			description: 'Only records with this tag. Cannot be combined with the other filters.',
		},
		{
			displayName: 'Updated Since',
			name: 'updatedSince',
			type: 'dateTime',
			default: '',
			description: 'Only records that were created or changed at this moment or later',
		},
	],
};

const listOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Brief',
			name: 'brief',
			type: 'boolean',
			default: false,
			description:
				'Whether to leave out custom fields, tags, links and dates. Faster for records that have many of them.',
		},
		{
			displayName: 'Skip',
			name: 'skip',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'How many records to pass over first, counted from the oldest',
		},
	],
};

const updateOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Only If ETag Matches',
			name: 'ifMatch',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.ETag }}',
			description:
				'The ETag of the record when you read it (Get returns it). If the record was changed meanwhile, it is not updated.',
		},
	],
};

/** Every parameter of the node besides Resource and Operation, in the order in which forms show them. */
export const insightlyParameters: ParameterPool = {
	record: recordLocator,
	fields: fieldMapper('add', 'The values to write. Fields that you do not add stay as they are.'),
	fieldsToMatch: fieldMapper('upsert', 'The values to write, and the field to find the record by'),
	...listParameters,
	filters,
	listOptions,
	updateOptions,
	simplify: simplifyParameter,
};
