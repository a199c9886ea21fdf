import type { INodeProperties } from 'n8n-workflow';

import { INSIGHT_TYPES } from './choices';
import { collection } from './collection';

const date = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	description: `${description}. An expression may also give a date relative to now, such as -7d.`,
});

/** Filters that make sense for lists and for the trigger alike. */
export const commonFilters: INodeProperties[] = [
	{
		displayName: 'Created By',
		name: 'createdBy',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1, 42',
		description: 'Numeric IDs of users, separated by commas',
	},
	{
		displayName: 'Created by Me',
		name: 'createdByMe',
		type: 'boolean',
		default: false,
		description: 'Whether to take only insights of the owner of the key',
	},
	{
		displayName: 'Dashboards',
		name: 'dashboards',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3, 17',
		description: 'IDs of dashboards, separated by commas. Insights that are on all of them.',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'string',
		default: '',
		placeholder: 'e.g. $pageview, sign_up',
		description: 'Names of events, separated by commas. Insights that use all of them.',
	},
	{
		displayName: 'Favorites Only',
		name: 'favorited',
		type: 'boolean',
		default: false,
		description: 'Whether to take only insights that are marked as favorites',
	},
	{
		displayName: 'Saved',
		name: 'saved',
		type: 'boolean',
		default: true,
		description:
			'Whether to take only insights that are saved or on a dashboard, or (if off) only the others',
	},
	{
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		description: 'Part of a name, a description or a tag, at most 200 characters',
	},
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		default: '',
		placeholder: 'e.g. weekly, growth',
		description: 'Tags, separated by commas. Insights that have any of them.',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: INSIGHT_TYPES,
		default: 'TRENDS',
	},
];

export const listFilters = collection(
	[
		...commonFilters,
		date('Created After', 'createdAfter', 'Only insights created after this moment'),
		date('Created Before', 'createdBefore', 'Only insights created before this moment'),
		{
			displayName: 'Feature Flag',
			name: 'featureFlag',
			type: 'string',
			default: '',
			description: 'Key of a feature flag that the insight is about',
		},
		{
			displayName: 'Hide Feature Flag Insights',
			name: 'hideFeatureFlags',
			type: 'boolean',
			default: false,
			description: 'Whether to leave out insights that PostHog made for feature flags',
		},
		date(
			'Modified After',
			'modifiedAfter',
			'Only insights whose name or description was changed after this moment',
		),
		date(
			'Modified Before',
			'modifiedBefore',
			'Only insights whose name or description was last changed before this moment',
		),
		{
			displayName: 'Short ID',
			name: 'shortId',
			type: 'string',
			default: '',
			placeholder: 'e.g. jEAIVJnN',
		},
		date('Viewed After', 'viewedAfter', 'Only insights last viewed after this moment'),
		date('Viewed Before', 'viewedBefore', 'Only insights last viewed before this moment'),
	],
	{ displayName: 'Filters', name: 'filters', placeholder: 'Add Filter' },
);
