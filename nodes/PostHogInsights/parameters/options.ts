import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { simplifyParameter } from '../../shared/description/common';
import type { OptionPool } from '../../shared/description/options';
import { outputOptions } from '../../shared/description/outputOptions';
import type { Field } from '../../shared/fields/types';
import { activityFields, fullInsightFields } from '../output/outputFields';
import { ACTIVITIES } from '../resources/activity';
import { REFRESH_MODES, SORT_COLUMNS } from './choices';
import { pictureOptions, resultOptions } from './results';
import { sharingOptions, writeOptions } from './writing';

/** Which kinds of entries to take; the words are PostHog's own. */
const activities: INodeProperties = {
	displayName: 'Activities',
	name: 'activities',
	type: 'multiOptions',
	options: ACTIVITIES.map((value) => ({
		name: value.replace(/_/g, ' ').replace(/\b\w/g, (letter) => letter.toUpperCase()),
		value,
	})),
	default: [],
	description: 'Only entries of these kinds. None chosen: all.',
};

const choicesOf = (fields: readonly Field[]): INodePropertyOptions[] =>
	fields
		.map(({ name, label }) => ({ name: label, value: name }))
		.sort((a, b) => a.name.localeCompare(b.name));

/** Everything that Options can offer. */
export const postHogOptions: OptionPool = {
	activities,
	ascending: {
		displayName: 'Ascending',
		name: 'ascending',
		type: 'boolean',
		default: false,
		description: 'Whether the smallest or oldest comes first',
	},
	filtersOverride: {
		displayName: 'Filters Override',
		name: 'filtersOverride',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"date_from": "-30d"}',
		description: 'Filters for this one request, as JSON. The insight itself stays as it is.',
	},
	fromDashboard: {
		displayName: 'From Dashboard ID',
		name: 'fromDashboard',
		type: 'string',
		default: '',
		placeholder: 'e.g. 42',
		description: "Apply this dashboard's filters and dates instead of the insight's own",
	},
	variablesOverride: {
		displayName: 'Variables Override',
		name: 'variablesOverride',
		type: 'json',
		default: '',
		description: 'Values for the variables of an SQL insight, for this one request, as JSON',
	},
	format: {
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
	csvField: {
		displayName: 'Put Output File in Field',
		name: 'binaryField',
		type: 'string',
		default: 'data',
		hint: 'The name of the output binary field to put the file in',
		displayOptions: { show: { format: ['csv'] } },
	},
	withResults: {
		displayName: 'Include Results',
		name: 'withResults',
		type: 'boolean',
		default: false,
		description: 'Whether each insight comes with its cached result. Slower: results can be large.',
	},
	moreInsights: {
		displayName: 'More Insights',
		name: 'moreInsights',
		type: 'string',
		default: '',
		placeholder: 'e.g. 51, 52',
		description: 'Numeric IDs of further insights, separated by commas',
	},
	orderBy: {
		displayName: 'Order By',
		name: 'orderBy',
		type: 'options',
		options: SORT_COLUMNS,
		default: 'created_at',
	},
	refresh: {
		displayName: 'Refresh',
		name: 'refresh',
		type: 'options',
		options: REFRESH_MODES,
		default: 'force_cache',
		description:
			'Whether PostHog computes results for this request. With many insights this takes long: prefer Get Result for each.',
	},
	simplify: simplifyParameter,
	...outputOptions({ options: choicesOf(fullInsightFields) }),
	activityFields: outputOptions({ options: choicesOf(activityFields) }).fieldsToReturn,
	...pictureOptions,
	...resultOptions,
	...writeOptions,
	...sharingOptions,
};
