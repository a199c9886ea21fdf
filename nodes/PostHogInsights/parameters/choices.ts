import type { INodePropertyOptions } from 'n8n-workflow';

/** PostHog's refresh modes in plain words (PostHog API page). */
export const REFRESH_MODES: INodePropertyOptions[] = [
	{
		name: 'Always',
		value: 'force_blocking',
		description: 'Compute now, even if there is a fresh result',
	},
	{
		name: 'Always, in the Background',
		value: 'force_async',
		description: 'Compute in the background, even if there is a fresh result',
	},
	{
		name: 'From the Cache',
		value: 'force_cache',
		description: 'Never compute; gives no rows when nothing is in the cache',
	},
	{
		name: 'If Not Fresh',
		value: 'blocking',
		description: 'Compute now, unless there is a very fresh result',
	},
	{
		name: 'If Not Fresh, in the Background',
		value: 'async',
		description:
			'Compute in the background, unless there is a very fresh result. For long queries.',
	},
	{
		name: 'If Old, in the Background',
		value: 'lazy_async',
		description: 'Compute in the background, unless there is a somewhat fresh result',
	},
	{
		name: 'If Old in the Background, Now if Nothing Is Cached',
		value: 'async_except_on_cache_miss',
		description: 'Needs a recent PostHog; older versions treat it as From the Cache',
	},
];

/** Values of the list's `insight` filter (PostHog's insight API). */
export const INSIGHT_TYPES: INodePropertyOptions[] = [
	{ name: 'Funnels', value: 'FUNNELS' },
	{ name: 'Lifecycle', value: 'LIFECYCLE' },
	{ name: 'Other Query', value: 'JSON' },
	{ name: 'Paths', value: 'PATHS' },
	{ name: 'Retention', value: 'RETENTION' },
	{ name: 'SQL', value: 'SQL' },
	{ name: 'Stickiness', value: 'STICKINESS' },
	{ name: 'Trends', value: 'TRENDS' },
];

/** Columns that a list can be sorted by and that are filled in every row. */
export const SORT_COLUMNS: INodePropertyOptions[] = [
	{ name: 'Created At', value: 'created_at' },
	{ name: 'ID', value: 'id' },
	{ name: 'Last Modified At', value: 'last_modified_at' },
	{ name: 'Last Viewed At', value: 'last_viewed_at' },
	{ name: 'Name', value: 'name' },
	{ name: 'Updated At', value: 'updated_at' },
];
