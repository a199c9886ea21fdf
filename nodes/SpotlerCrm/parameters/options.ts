import type { INodeProperties } from 'n8n-workflow';

import { recordTypes } from '../resources';
import { fieldName } from './locators';

/** A collection of options, the same ones in the same words wherever they are offered. */
export const optionsOf = (...options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});

export const includeLines: INodeProperties = {
	displayName: 'Include Lines',
	name: 'includeLines',
	type: 'boolean',
	default: false,
	description: 'Whether to return the opportunity lines inside each opportunity',
};

export const rawEnvelope: INodeProperties = {
	displayName: 'Raw Envelope',
	name: 'rawEnvelope',
	type: 'boolean',
	default: false,
	description:
		'Whether to return the response as the API sends it, with its metadata around the record',
};

export const timezone: INodeProperties = {
	displayName: 'CRM Time Zone',
	name: 'timezone',
	type: 'string',
	default: 'UTC',
	placeholder: 'e.g. Europe/London',
	description:
		'Zone that dates are converted to when they carry one themselves. Times in the API carry no zone, and which one is meant is not documented: compare a record with what Spotler CRM shows. Dates without a zone are sent as they are.',
};

export const match: INodeProperties = {
	displayName: 'Combine Filters',
	name: 'match',
	type: 'options',
	options: [
		{
			name: 'AND',
			value: 'all',
			description: 'Only records that meet all of the conditions',
		},
		{
			name: 'OR',
			value: 'any',
			description: 'Records that meet any of the conditions',
		},
	],
	default: 'all',
};

export const filterJson: INodeProperties = {
	displayName: 'Filter (JSON)',
	name: 'filterJson',
	type: 'json',
	default: '{}',
	description:
		'The filter in the query language of the API, such as {"name": {"$con": "test"}}, instead of conditions',
};

export const sort: INodeProperties = {
	displayName: 'Sort',
	name: 'sort',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Field',
	default: {},
	description: 'Fields to sort by, the most important one first. The ID always comes last.',
	options: [
		{
			displayName: 'Field',
			name: 'fields',
			values: [
				{
					displayName: 'Direction',
					name: 'direction',
					type: 'options',
					options: [
						{ name: 'Ascending', value: 'asc' },
						{ name: 'Descending', value: 'desc' },
					],
					default: 'asc',
				},
				fieldName,
			],
		},
	],
};

export const accountName: INodeProperties = {
	displayName: 'Account Name',
	name: 'accountName',
	type: 'string',
	default: '',
	displayOptions: {
		show: {
			'/resource': recordTypes
				.filter(({ parentByName }) => parentByName?.option === 'accountName')
				.map(({ value }) => value),
		},
	},
	description:
		'The account that it belongs to, by its name. If there is none of that name, it is created. Not used where an account is mapped.',
};
