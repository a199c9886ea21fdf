import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import { readPages } from '../api/paging';

/** A list in the account whose entries a form offers. */
interface AccountList {
	path: string;
	value: string;
	name: (row: IDataObject) => string;
	isOffered?: (row: IDataObject) => boolean;
}

const text = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value);

const isActive = ({ ACTIVE }: IDataObject): boolean => ACTIVE !== false;

const named = (path: string, value: string, name: string): AccountList => ({
	...{ path, value },
	name: (row) => text(row[name]),
});

const categories = (path: string): AccountList => ({
	path,
	value: 'CATEGORY_ID',
	name: (row) => text(row.CATEGORY_NAME),
	isOffered: isActive,
});

/** By the name that field tables use. */
const LISTS: Readonly<Record<string, AccountList>> = {
	users: {
		path: '/Users',
		value: 'USER_ID',
		name: (row) =>
			`${text(row.FIRST_NAME)} ${text(row.LAST_NAME)}`.trim() || text(row.EMAIL_ADDRESS),
		isOffered: isActive,
	},
	teams: named('/Teams', 'TEAM_ID', 'TEAM_NAME'),
	pipelines: named('/Pipelines', 'PIPELINE_ID', 'PIPELINE_NAME'),
	pipelineStages: named('/PipelineStages', 'STAGE_ID', 'STAGE_NAME'),
	activitySets: named('/ActivitySets', 'ACTIVITYSET_ID', 'NAME'),
	communityForums: named('/CommunityForums', 'FORUM_ID', 'FORUM_NAME'),
	documentTemplates: named('/DocumentTemplates', 'TEMPLATE_ID', 'TEMPLATE_NAME'),
	forumCategories: named('/ForumCategories', 'FORUM_CATEGORY_ID', 'CATEGORY_NAME'),
	knowledgeArticleCategories: named('/KnowledgeArticleCategory', 'CATEGORY_ID', 'CATEGORY_NAME'),
	knowledgeArticleFolders: named('/KnowledgeArticleFolder', 'FOLDER_ID', 'FOLDER_NAME'),
	opportunityStateReasons: named('/OpportunityStateReasons', 'STATE_REASON_ID', 'STATE_REASON'),
	pricebooks: named('/Pricebook', 'PRICEBOOK_ID', 'NAME'),
	relationships: named('/Relationships', 'RELATIONSHIP_ID', 'FORWARD_TITLE'),
	leadSources: named('/LeadSources', 'LEAD_SOURCE_ID', 'LEAD_SOURCE'),
	leadStatuses: named('/LeadStatuses', 'LEAD_STATUS_ID', 'LEAD_STATUS'),
	opportunityCategories: categories('/OpportunityCategories'),
	projectCategories: categories('/ProjectCategories'),
	taskCategories: categories('/TaskCategories'),
	fileCategories: categories('/FileCategories'),
};

/**
 * All entries of one of the account's lists, by name; `fits` leaves out those that are not meant. An unknown list name is a
 * slip in a field table.
 */
export async function loadList(
	client: ApiClient,
	list: string,
	fits: (row: IDataObject) => boolean = () => true,
): Promise<INodePropertyOptions[]> {
	const { path, value, name, isOffered } = LISTS[list];
	const whole = await readPages(client, { method: 'GET', path }, { idKey: value }, {});
	return whole.rows
		.filter((row) => (isOffered?.(row) ?? true) && fits(row))
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
