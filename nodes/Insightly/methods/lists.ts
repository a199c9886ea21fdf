import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { rowsOf } from '../../shared/operations/run';
import type { ApiClient } from '../../shared/request/client';

/** A list in the account whose entries a form offers. */
interface AccountList {
	path: string;
	value: string;
	name: (row: IDataObject) => string;
	isOffered?: (row: IDataObject) => boolean;
	/** The list is long enough to be paged (`top`). */
	isPaged?: boolean;
}

const text = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value);

const isActive = ({ ACTIVE }: IDataObject): boolean => ACTIVE !== false;

const categories = (path: string): AccountList => ({
	path,
	value: 'CATEGORY_ID',
	name: (row) => text(row.CATEGORY_NAME),
	isOffered: isActive,
	isPaged: true,
});

/** By the name that field tables use. */
const LISTS: Readonly<Record<string, AccountList>> = {
	users: {
		path: '/Users',
		value: 'USER_ID',
		name: (row) =>
			`${text(row.FIRST_NAME)} ${text(row.LAST_NAME)}`.trim() || text(row.EMAIL_ADDRESS),
		isOffered: isActive,
		isPaged: true,
	},
	teams: { path: '/Teams', value: 'TEAM_ID', name: (row) => text(row.TEAM_NAME), isPaged: true },
	pipelines: {
		path: '/Pipelines',
		value: 'PIPELINE_ID',
		name: (row) => text(row.PIPELINE_NAME),
		isPaged: true,
	},
	pipelineStages: {
		path: '/PipelineStages',
		value: 'STAGE_ID',
		name: (row) => text(row.STAGE_NAME),
		isPaged: true,
	},
	leadSources: {
		path: '/LeadSources',
		value: 'LEAD_SOURCE_ID',
		name: (row) => text(row.LEAD_SOURCE),
	},
	leadStatuses: {
		path: '/LeadStatuses',
		value: 'LEAD_STATUS_ID',
		name: (row) => text(row.LEAD_STATUS),
	},
	opportunityCategories: categories('/OpportunityCategories'),
	projectCategories: categories('/ProjectCategories'),
	taskCategories: categories('/TaskCategories'),
	fileCategories: categories('/FileCategories'),
};

/** Entries of one of the account's lists, by name. An unknown list name is a slip in a field table. */
export async function loadList(client: ApiClient, list: string): Promise<INodePropertyOptions[]> {
	const { path, value, name, isOffered, isPaged } = LISTS[list];
	const { body } = await client.send({
		method: 'GET',
		path,
		query: isPaged ? { top: 500 } : undefined,
	});
	return rowsOf(body)
		.filter((row) => isOffered?.(row) ?? true)
		.map((row) => ({ name: name(row), value: row[value] as number }))
		.sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Several lists side by side. One that cannot be loaded (no permission, not in the plan) is left out: its fields then
 * take a plain ID, instead of the whole form failing.
 */
export async function loadLists(
	client: ApiClient,
	lists: readonly string[],
): Promise<Record<string, INodePropertyOptions[] | undefined>> {
	const loaded = await Promise.allSettled(lists.map(async (list) => await loadList(client, list)));
	return Object.fromEntries(
		lists.map((list, index) => {
			const outcome = loaded[index];
			return [list, outcome.status === 'fulfilled' ? outcome.value : undefined];
		}),
	);
}
