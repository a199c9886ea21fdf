import type { INodeProperties } from 'n8n-workflow';

import { listParameters } from '../../shared/description/common';
import type { ParameterPool } from '../../shared/description/properties';
import { ACTIVITIES } from '../resources/activity';
import { SORT_COLUMNS } from './choices';
import { listFilters } from './filters';
import { insightLocator, projectLocator } from './locators';
import { cancelMethod, deleteMethod, lastViewedMethod } from './methods';
import {
	collection,
	contextOptions,
	formatOptions,
	refreshOption,
	simplifyOption,
} from './options';
import { pictureFormat, pictureOptions, refresh, resultOptions, simplifyResult } from './results';
import { createFields, createName, createQuery, updateFields, writeOptions } from './writing';

const activityOf: INodeProperties = {
	displayName: 'Activity Of',
	name: 'activityOf',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'One Insight', value: 'insight' },
		{ name: 'Whole Project', value: 'project' },
	],
	default: 'project',
};

/** Which kinds of entries to take; the words are PostHog's own. */
export const activitiesOption: INodeProperties = {
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

const text = (
	displayName: string,
	name: string,
	about: Partial<INodeProperties>,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...about,
});

const listOptions = collection([
	{
		displayName: 'Ascending',
		name: 'ascending',
		type: 'boolean',
		default: false,
		description: 'Whether the smallest or oldest comes first',
	},
	...formatOptions,
	{
		displayName: 'Include Results',
		name: 'withResults',
		type: 'boolean',
		default: false,
		description: 'Whether each insight comes with its cached result. Slower: results can be large.',
	},
	{
		displayName: 'Order By',
		name: 'orderBy',
		type: 'options',
		options: SORT_COLUMNS,
		default: 'created_at',
	},
	refreshOption,
	simplifyOption,
]);

const sharingOptions = collection([
	{
		displayName: 'Password Required',
		name: 'passwordRequired',
		type: 'boolean',
		default: false,
		description: 'Whether visitors need a password. Depends on your PostHog plan.',
	},
	{
		displayName: 'Settings',
		name: 'settings',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"legend": true}',
		description: 'How the shared page looks, as JSON. PostHog drops what it does not know.',
	},
]);

const passwordFields = collection([
	text('Note', 'note', { description: 'What the password is for, at most 100 characters' }),
	text('Password', 'password', {
		typeOptions: { password: true },
		description: 'At least 8 characters. Empty: PostHog makes one up and shows it once.',
	}),
]);

/** Every parameter of the node besides Resource and Operation, in the order in which forms show them. */
export const postHogParameters: ParameterPool = {
	project: projectLocator,
	activityOf,
	activityInsight: {
		...insightLocator,
		displayOptions: { show: { activityOf: ['insight'] } },
	},
	insight: insightLocator,
	name: createName,
	query: createQuery,
	createFields,
	updateFields,
	pictureFormat,
	refresh,
	simplify: simplifyResult,
	queryId: text('Query ID', 'queryId', {
		required: true,
		placeholder: 'e.g. {{ $json.query_status.id }}',
		description: 'Comes from Get Result when Wait for Result and Simplify are switched off',
	}),
	passwordId: text('Password ID', 'passwordId', {
		required: true,
		placeholder: 'e.g. 7',
		description: 'Sharing: Get lists the passwords with their IDs',
	}),
	deleteMethod,
	lastViewedMethod,
	cancelMethod,
	...listParameters,
	filters: listFilters,
	listOptions,
	getOptions: collection([...contextOptions, ...formatOptions, refreshOption, simplifyOption]),
	pictureOptions,
	resultOptions,
	writeOptions,
	viewedOptions: collection([
		text('More Insights', 'moreInsights', {
			placeholder: 'e.g. 51, 52',
			description: 'Numeric IDs of further insights, separated by commas',
		}),
	]),
	activityOptions: collection([activitiesOption, simplifyOption]),
	sharingOptions,
	passwordFields,
	options: collection([simplifyOption]),
};
