/** What a collection of records is called where. */
export interface Resource {
	/** Name in the path, and of the table in the store. */
	readonly path: string;
	/** Key of the record's number; '' where records have none. */
	readonly idKey: string;
	/** Singular name, as in links; in capitals it is FIELD_FOR of custom fields. */
	readonly objectName: string;
	/** Name of the record type in the specification. */
	readonly type: string;
	/** Feature of the subscription it belongs to. */
	readonly feature?: 'products' | 'service';
	/** Names that are not the plural of others answer 404 in the plural; these answer 405 (observed). */
	readonly plural?: string;
}

type Row = readonly [
	path: string,
	idKey: string,
	objectName: string,
	more?: Partial<Pick<Resource, 'type' | 'feature' | 'plural'>>,
];

const SERVICE = { feature: 'service' } as const;

const rows = [
	['ActivitySets', 'ACTIVITYSET_ID', 'ActivitySet'],
	['Comments', 'COMMENT_ID', 'Comment'],
	['CommunityComments', 'COMMENT_ID', 'CommunityComment', SERVICE],
	['CommunityForums', 'FORUM_ID', 'CommunityForum', SERVICE],
	['CommunityPosts', 'POST_ID', 'CommunityPost', SERVICE],
	['Contacts', 'CONTACT_ID', 'Contact'],
	['Countries', '', 'Country'],
	['Currencies', '', 'Currency'],
	['CustomFields', '', 'CustomField'],
	['CustomObjects', '', 'CustomObject'],
	['DocumentTemplates', 'TEMPLATE_ID', 'DocumentTemplate'],
	['Emails', 'EMAIL_ID', 'Email'],
	['Events', 'EVENT_ID', 'Event'],
	['FileAttachments', 'FILE_ID', 'FileAttachment'],
	['FileCategories', 'CATEGORY_ID', 'FileCategory'],
	['ForumCategories', 'FORUM_CATEGORY_ID', 'ForumCategory', SERVICE],
	[
		'KnowledgeArticle',
		'ARTICLE_ID',
		'KnowledgeArticle',
		{ ...SERVICE, plural: 'KnowledgeArticles' },
	],
	[
		'KnowledgeArticleCategory',
		'CATEGORY_ID',
		'KnowledgeArticleCategory',
		{ ...SERVICE, plural: 'KnowledgeArticleCategories' },
	],
	[
		'KnowledgeArticleFolder',
		'FOLDER_ID',
		'KnowledgeArticleFolder',
		{ ...SERVICE, plural: 'KnowledgeArticleFolders' },
	],
	['LeadSources', 'LEAD_SOURCE_ID', 'LeadSource'],
	['LeadStatuses', 'LEAD_STATUS_ID', 'LeadStatus'],
	['Leads', 'LEAD_ID', 'Lead'],
	['MarketingVisits', 'VISIT_ID', 'MarketingVisit'],
	['Milestones', 'MILESTONE_ID', 'Milestone'],
	['Notes', 'NOTE_ID', 'Note'],
	['Opportunities', 'OPPORTUNITY_ID', 'Opportunity'],
	['OpportunityCategories', 'CATEGORY_ID', 'OpportunityCategory'],
	[
		'OpportunityLineItem',
		'OPPORTUNITY_ITEM_ID',
		'OpportunityLineItem',
		{ feature: 'products', plural: 'OpportunityLineItems' },
	],
	['OpportunityStateReasons', 'STATE_REASON_ID', 'OpportunityStateReason'],
	['Organisations', 'ORGANISATION_ID', 'Organisation'],
	['PipelineStages', 'STAGE_ID', 'PipelineStage'],
	['Pipelines', 'PIPELINE_ID', 'Pipeline'],
	['Pricebook', 'PRICEBOOK_ID', 'Pricebook', { feature: 'products', plural: 'Pricebooks' }],
	[
		'PricebookEntry',
		'PRICEBOOK_ENTRY_ID',
		'PricebookEntry',
		{ feature: 'products', plural: 'PricebookEntries' },
	],
	['Product', 'PRODUCT_ID', 'Product', { feature: 'products', plural: 'Products' }],
	['ProjectCategories', 'CATEGORY_ID', 'ProjectCategory'],
	['Projects', 'PROJECT_ID', 'Project'],
	['Prospect', 'PROSPECT_ID', 'Prospect', { ...SERVICE, plural: 'Prospects' }],
	['Quotation', 'QUOTE_ID', 'Quotation', { feature: 'products', plural: 'Quotations' }],
	['QuotationDocument', 'QUOTE_DOCUMENT_ID', 'QuotationDocument', { feature: 'products' }],
	[
		'QuotationLineItem',
		'QUOTATION_ITEM_ID',
		'QuotationLineItem',
		{ feature: 'products', plural: 'QuotationLineItems' },
	],
	['Relationships', 'RELATIONSHIP_ID', 'Relationship'],
	['TaskCategories', 'CATEGORY_ID', 'TaskCategory'],
	['Tasks', 'TASK_ID', 'Task'],
	['TeamMembers', 'PERMISSION_ID', 'TeamMember'],
	['Teams', 'TEAM_ID', 'Team'],
	['Ticket', 'TICKET_ID', 'Ticket', { ...SERVICE, plural: 'Tickets' }],
	['TicketComments', 'TICKET_COMMENT_ID', 'TicketComment', { type: 'TicketComment' }],
	['Users', 'USER_ID', 'User'],
] as const satisfies readonly Row[];

/** Names of the tables every account has; custom objects come on top under names ending `__c`. */
export type CollectionName = (typeof rows)[number][0] | `${string}__c`;

/** Every collection of the API; custom objects are not among them. */
export const resources: readonly Resource[] = rows.map(([path, idKey, objectName, more]: Row) => ({
	path,
	idKey,
	objectName,
	type: path,
	...more,
}));

const byPath = new Map(resources.map((resource) => [resource.path, resource]));
const plurals = new Set(resources.flatMap(({ plural }) => (plural ? [plural.toLowerCase()] : [])));

/** The collection of this name. Names ending `__c` are custom objects, which all look alike. */
export function resourceOf(path: string): Resource {
	const known = byPath.get(path);
	if (known) return known;
	if (!path.endsWith('__c')) throw new RangeError(`No such collection: ${path}`);
	return { path, idKey: 'RECORD_ID', objectName: path, type: 'CustomObjectRecord' };
}

/** The collection whose singular name this is, e.g. in the body of a link. */
export function resourceNamed(objectName: string): Resource | undefined {
	return resources.find((resource) => resource.objectName === objectName);
}

/** Whether a path begins with the plural of a name that the API only knows in the singular. */
export function isPluralOfSingular(path: string): boolean {
	const first = path.split('/')[1].toLowerCase();
	return plurals.has(first) || first === 'quotes';
}
