import type { INodeProperties } from 'n8n-workflow';

import { REFRESH_MODES } from './choices';

export const simplifyOption: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export const formatOptions: INodeProperties[] = [
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		options: [
			{
				name: 'CSV',
				value: 'csv',
				description: 'A file, in which all of the JSON is one wide row',
			},
			{ name: 'JSON', value: 'json', description: 'Items' },
		],
		default: 'json',
		description: "How PostHog answers. For an insight's numbers as rows, use Get Result.",
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		hint: 'The name of the output binary field to put the file in',
		displayOptions: { show: { format: ['csv'] } },
	},
];

export const contextOptions: INodeProperties[] = [
	{
		displayName: 'Filters Override',
		name: 'filtersOverride',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"date_from": "-30d"}',
		description: 'Filters for this one request, as JSON. The insight itself stays as it is.',
	},
	{
		displayName: 'From Dashboard ID',
		name: 'fromDashboard',
		type: 'string',
		default: '',
		placeholder: 'e.g. 42',
		description: "Apply this dashboard's filters and dates instead of the insight's own",
	},
	{
		displayName: 'Variables Override',
		name: 'variablesOverride',
		type: 'json',
		default: '',
		description: 'Values for the variables of an SQL insight, for this one request, as JSON',
	},
];

export const refreshOption: INodeProperties = {
	displayName: 'Refresh',
	name: 'refresh',
	type: 'options',
	options: REFRESH_MODES,
	default: 'force_cache',
	description:
		'Whether PostHog computes results for this request. With many insights this takes long: prefer Get Result for each.',
};

/** An Options collection, alphabetical. */
export const collection = (
	options: INodeProperties[],
	about: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder'> = {
		displayName: 'Options',
		name: 'options',
		placeholder: 'Add Option',
	},
): INodeProperties => ({
	...about,
	type: 'collection',
	default: {},
	options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});
