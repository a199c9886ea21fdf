import type { INodeProperties } from 'n8n-workflow';

/** Where PostHog's own endpoint refuses what the user wants, both it and the one that works can be chosen. */
const method = (
	works: { name: string; description: string },
	original: { name: string; description: string },
): INodeProperties => ({
	displayName: 'Method',
	name: 'method',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: works.name, value: 'working', description: works.description },
		{ name: original.name, value: 'original', description: original.description },
	],
	default: 'working',
});

export const deleteMethod = method(
	{
		name: 'Move to Trash',
		description: 'Mark as deleted; Restore brings it back',
	},
	{
		name: 'Delete for Good (Refused)',
		description: 'The verb DELETE, which PostHog answers with 405 for every insight',
	},
);

export const lastViewedMethod = method(
	{
		name: 'List by Last View',
		description: 'Works with API keys: the list, sorted by the last view',
	},
	{
		name: 'Last Viewed Endpoint (Refused)',
		description: 'PostHog lets only people who are logged in use it, no API keys',
	},
);

export const cancelMethod = method(
	{
		name: 'Query Endpoint',
		description: 'Works with API keys that have the scope query:read',
	},
	{
		name: 'Insight Endpoint (Refused)',
		description: 'PostHog lets only people who are logged in use it, no API keys',
	},
);
