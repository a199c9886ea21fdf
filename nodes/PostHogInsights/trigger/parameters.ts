import type { INodeProperties } from 'n8n-workflow';

import { triggerOptions } from '../../shared/description/trigger';
import { REFRESH_MODES } from '../parameters/choices';
import { commonFilters } from '../parameters/filters';
import { activityOf, insightLocator, projectLocator } from '../parameters/locators';
import { collection } from '../parameters/collection';
import { postHogOptions } from '../parameters/options';
import { fieldsToWatch } from './watchedFields';

const shownFor = (...events: string[]): Pick<INodeProperties, 'displayOptions'> => ({
	displayOptions: { show: { event: events } },
});

/** Events that are read from the activity log. */
const LOG_EVENTS = ['activity', 'insightDeleted', 'insightRestored'];

const ignoredUser: INodeProperties = {
	displayName: 'Ignore Changes Made By',
	name: 'ignoredUser',
	type: 'string',
	default: '',
	placeholder: 'e.g. name@example.com',
	description:
		'Email of a PostHog user whose changes are left out, such as the owner of the key, so that a workflow does not start itself',
};

export const event: INodeProperties = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Activity Entry',
			value: 'activity',
			description:
				'Something was done to an insight: changed, deleted, restored or shared. The item tells what was before and after.',
		},
		{ name: 'Insight Created', value: 'insightCreated', description: 'An insight is new' },
		{
			name: 'Insight Deleted',
			value: 'insightDeleted',
			description:
				'An insight was moved to the trash. From the activity log, which leaves out insights without a name.',
		},
		{
			name: 'Insight Restored',
			value: 'insightRestored',
			description: 'An insight was taken out of the trash. From the activity log.',
		},
		{
			name: 'Insight Updated',
			value: 'insightUpdated',
			description: 'An insight was changed: its name, query, tags or anything else',
		},
		{
			name: 'Result Changed',
			value: 'resultChanged',
			description: 'The result of an insight has changed',
		},
		{
			name: 'Threshold Crossed',
			value: 'thresholdCrossed',
			description: 'A number of an insight has crossed a threshold',
		},
	],
	default: 'insightCreated',
};

const threshold: INodeProperties[] = [
	{
		displayName: 'Series',
		name: 'series',
		type: 'string',
		default: '',
		placeholder: 'e.g. sign_up',
		description:
			'Name of a series, a step, a breakdown value or any text in a row. Empty: every series is watched by itself.',
		...shownFor('thresholdCrossed'),
	},
	{
		displayName: 'Comparison',
		name: 'comparison',
		type: 'options',
		options: [
			{ name: 'Falls Below', value: 'below' },
			{ name: 'Falls to or Below', value: 'atMost' },
			{ name: 'Rises Above', value: 'above' },
			{ name: 'Rises to or Above', value: 'atLeast' },
		],
		default: 'above',
		description: 'Reported once when it happens, and again only after the number has come back',
		...shownFor('thresholdCrossed'),
	},
	{
		displayName: 'Threshold',
		name: 'threshold',
		type: 'number',
		default: 0,
		description: 'Conversion and retention rates are numbers between 0 and 1',
		...shownFor('thresholdCrossed'),
	},
];

const measure: INodeProperties = {
	displayName: 'Measure',
	name: 'measure',
	type: 'options',
	options: [
		{ name: 'Average', value: 'average', description: 'Of all rows of the series' },
		{
			name: 'First',
			value: 'first',
			description: 'The first row: the oldest point, or the first cell of a table',
		},
		{ name: 'Highest', value: 'highest' },
		{
			name: 'Last Complete',
			value: 'latestComplete',
			description: 'The row before the last: the last period is usually not over yet',
		},
		{
			name: 'Latest',
			value: 'latest',
			description: 'The last row: the newest point, or the last step of a funnel',
		},
		{ name: 'Lowest', value: 'lowest' },
		{ name: 'Total', value: 'total', description: 'Sum of all rows of the series' },
	],
	default: 'latest',
	description: 'How the rows of a series become one number',
};

const watchRefresh: INodeProperties = {
	displayName: 'Refresh',
	name: 'refresh',
	type: 'options',
	options: REFRESH_MODES,
	default: 'blocking',
	description:
		'Whether each poll has PostHog compute the result. From the Cache only sees what somebody else had computed.',
};

const watchOptions: INodeProperties[] = [
	{
		...collection([
			watchRefresh,
			{
				displayName: 'Split Into Rows',
				name: 'splitRows',
				type: 'boolean',
				default: false,
				description: 'Whether each row of the result is an item, instead of one item with all rows',
			},
		]),
		...shownFor('resultChanged'),
	},
	{
		...collection([
			{
				displayName: 'Column',
				name: 'column',
				type: 'string',
				default: '',
				placeholder: 'e.g. count()',
				description:
					'Column with the number. Empty: the usual one, or the first number of the row.',
			},
			{
				displayName: 'Hysteresis',
				name: 'hysteresis',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description:
					'How far the number has to come back past the threshold before crossing it counts again',
			},
			measure,
			watchRefresh,
		]),
		...shownFor('thresholdCrossed'),
	},
];

export const triggerProperties: INodeProperties[] = [
	event,
	projectLocator,
	{ ...activityOf, ...shownFor(...LOG_EVENTS) },
	{
		...insightLocator,
		displayOptions: { show: { event: LOG_EVENTS, activityOf: ['insight'] } },
	},
	{ ...insightLocator, ...shownFor('resultChanged', 'thresholdCrossed') },
	...threshold,
	{
		...collection(commonFilters, {
			displayName: 'Filters',
			name: 'filters',
			placeholder: 'Add Filter',
		}),
		...shownFor('insightCreated', 'insightUpdated'),
	},
	{
		...triggerOptions([fieldsToWatch, ignoredUser, postHogOptions.simplify]),
		...shownFor('insightCreated', 'insightUpdated', 'insightDeleted', 'insightRestored'),
	},
	{
		...triggerOptions([postHogOptions.activities, ignoredUser, postHogOptions.simplify]),
		...shownFor('activity'),
	},
	...watchOptions,
];
