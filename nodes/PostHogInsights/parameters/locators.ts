import type { INodeProperties } from 'n8n-workflow';

export const projectLocator: INodeProperties = {
	displayName: 'Project',
	name: 'project',
	type: 'resourceLocator',
	default: { mode: 'list', value: '@current', cachedResultName: 'Current Project' },
	required: true,
	description:
		'The project to work in. The current project is the one that the owner of the key has open in PostHog; it changes with them.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchProjects', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 12345 or @current',
		},
	],
};

export const insightLocator: INodeProperties = {
	displayName: 'Insight',
	name: 'insight',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The insight to work on',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchInsights', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1234567',
		},
		{
			displayName: 'By Short ID',
			name: 'shortId',
			type: 'string',
			placeholder: 'e.g. jEAIVJnN',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://us.posthog.com/project/1/insights/jEAIVJnN',
		},
	],
};

/** Whose activity log is read. */
export const activityOf: INodeProperties = {
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
