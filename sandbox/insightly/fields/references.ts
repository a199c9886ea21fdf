import type { JsonValue } from '../../shared/json';
import type { Store } from '../store/store';

const USER_FIELDS = [
	'OWNER_USER_ID',
	'RESPONSIBLE_USER_ID',
	'RESPONSIBLE_USER',
	'MEMBER_USER_ID',
	'AUTHOR_USER_ID',
];

const REFERENCES: Readonly<Record<string, string>> = {
	...Object.fromEntries(USER_FIELDS.map((field) => [field, 'Users'])),
	ASSIGNED_TEAM_ID: 'Teams',
	AUTHOR_CONTACT_ID: 'Contacts',
	CONTACT_ID: 'Contacts',
	EMAIL_ID: 'Emails',
	FILE_CATEGORY_ID: 'FileCategories',
	FOLDER_ID: 'KnowledgeArticleFolder',
	FORUM_CATEGORY_ID: 'ForumCategories',
	FORUM_ID: 'CommunityForums',
	LEAD_SOURCE_ID: 'LeadSources',
	LEAD_STATUS_ID: 'LeadStatuses',
	MILESTONE_ID: 'Milestones',
	OPPORTUNITY_ID: 'Opportunities',
	ORGANISATION_ID: 'Organisations',
	PARENT_TASK_ID: 'Tasks',
	POST_ID: 'CommunityPosts',
	PRICEBOOK_ENTRY_ID: 'PricebookEntry',
	PRICEBOOK_ID: 'Pricebook',
	PRODUCT_ID: 'Product',
	PROJECT_ID: 'Projects',
	PROSPECT_ID: 'Prospect',
	STATE_REASON_ID: 'OpportunityStateReasons',
	VISIBLE_TEAM_ID: 'Teams',
};

const CATEGORIES: Readonly<Record<string, string>> = {
	KnowledgeArticle: 'KnowledgeArticleCategory',
	KnowledgeArticleFolder: 'KnowledgeArticleCategory',
	Opportunities: 'OpportunityCategories',
	Projects: 'ProjectCategories',
	Tasks: 'TaskCategories',
};

/**
 * Whether the record that a field names exists. Fields that name no record always pass.
 * @param type record type the field belongs to
 */
export function referenceExists(
	store: Store,
	type: string,
	field: string,
	value: JsonValue,
): boolean {
	const collection = field === 'CATEGORY_ID' ? CATEGORIES[type] : REFERENCES[field];
	return collection === undefined || store.get(collection, Number(value)) !== undefined;
}
