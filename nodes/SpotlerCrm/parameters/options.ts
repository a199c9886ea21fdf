import { simplifyParameter } from '../../shared/description/common';
import {
	knownId,
	notChangedSince,
	otherwiseMatchOn,
	skipIfUnchanged,
} from '../../shared/description/writeOptions';
import type { OptionPool } from '../../shared/description/options';
import { outputOptions } from '../../shared/description/outputOptions';
import { fileOptions } from './files';
import { listFilters } from './filters';
import { fieldName } from './locators';

/** Everything that Options can offer, the same in the same words wherever it is offered. */
export const spotlerOptions: OptionPool = {
	includeLines: {
		displayName: 'Include Lines',
		name: 'includeLines',
		type: 'boolean',
		default: false,
		description: 'Whether to return the opportunity lines inside each opportunity',
	},
	rawEnvelope: {
		displayName: 'Raw Envelope',
		name: 'rawEnvelope',
		type: 'boolean',
		default: false,
		description:
			'Whether to return the response as the API sends it, with its metadata around the record',
	},
	timezone: {
		displayName: 'CRM Time Zone',
		name: 'timezone',
		type: 'string',
		default: 'UTC',
		placeholder: 'e.g. Europe/London',
		description:
			'Zone that dates are converted to when they carry one themselves. Times in the API carry no zone, and which one is meant is not documented: compare a record with what Spotler CRM shows. Dates without a zone are sent as they are.',
	},
	match: {
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
	},
	filterJson: {
		displayName: 'Filter (JSON)',
		name: 'filterJson',
		type: 'json',
		default: '{}',
		description:
			'The filter in the query language of the API, such as {"name": {"$con": "test"}}, instead of conditions',
	},
	simplify: simplifyParameter,
	...outputOptions({
		typeOptions: {
			loadOptionsMethod: 'getObjectFields',
			loadOptionsDependsOn: ['resource', 'objectName', 'authentication'],
		},
	}),
	sort: {
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
	},
	accountName: {
		displayName: 'Account Name',
		name: 'accountName',
		type: 'string',
		default: '',
		description:
			'Name of the account that the record belongs to. If there is none with that name, it is created. Ignored if an account is mapped.',
	},
	knownId,
	notChangedSince,
	otherwiseMatchOn: otherwiseMatchOn(fieldName),
	skipIfUnchanged,
	...fileOptions,
	/** For forms that have no room for them outside of the options. */
	filters: listFilters,
};
