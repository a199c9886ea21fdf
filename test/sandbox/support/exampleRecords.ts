import type { JsonObject } from '../../../sandbox/shared/json';
import type { InsightlySandbox } from '../../../sandbox/insightly';
import { endpoints } from '../../../sandbox/insightly/spec';
import { anyId } from './exampleCalls';

/**
 * Makes sure that every operation finds what it is about: a picture to read, a link to remove, a child below the
 * first record of each collection. May be called again after records were deleted.
 */
export function prepareExamples(sandbox: InsightlySandbox): void {
	describeImageFields(sandbox);
	addUnusedEntries(sandbox);
	for (const collection of collectionsWith('Links')) {
		const id = anyId(sandbox, collection);
		const link = {
			LINK_ID: 77,
			LINK_OBJECT_NAME: 'Contact',
			LINK_OBJECT_ID: anyId(sandbox, 'Contacts'),
		};
		write(sandbox, collection, id, { LINKS: [link] });
	}
	for (const collection of collectionsWith('Tags')) {
		write(sandbox, collection, anyId(sandbox, collection), { TAGS: [{ TAG_NAME: 'VIP' }] });
	}
	for (const collection of ['Opportunities', 'Projects', 'Leads'])
		joinPipeline(sandbox, collection);
	for (const collection of [...collectionsWith('Image'), ...collectionsWith('ImageField')]) {
		const key = `${collection}/${anyId(sandbox, collection)}`;
		const picture = { name: 'face.png', type: 'image/png', bytes: Buffer.from('face') };
		sandbox.account.files.set(`${key}/Image`, picture);
		sandbox.account.files.set(`${key}/ImageField/PHOTO__C`, picture);
	}
	addChildren(sandbox);
	const prospect = anyId(sandbox, 'Prospect');
	sandbox.account.listMemberships.set(prospect, new Set([7]));
	for (const collection of ['KnowledgeArticle', 'Vehicle__c']) {
		const key = `${collection}/${anyId(sandbox, collection)}/de`;
		sandbox.account.translations.set(key, { Title: 'Hallo' });
	}
}

function collectionsWith(segment: string): string[] {
	const paths = endpoints.filter(({ path }) => path.split('/')[3] === segment);
	return [...new Set(paths.map(({ path }) => path.split('/')[1]))];
}

function write(sandbox: InsightlySandbox, collection: string, id: number, changes: JsonObject) {
	sandbox.store.update(collection, id, changes);
}

function describeImageFields({ store }: InsightlySandbox): void {
	const known = store.all('CustomFields').some(({ FIELD_NAME }) => FIELD_NAME === 'Photo__c');
	if (known) return;
	for (const collection of collectionsWith('ImageField')) {
		const singular = collection.replace(/ies$/, 'y').replace(/s$/, '').toUpperCase();
		store.insert('CustomFields', {
			FIELD_NAME: 'Photo__c',
			FIELD_LABEL: 'Photo',
			FIELD_FOR: singular,
			FIELD_TYPE: 'TEXT',
		});
	}
	store.insert('DocumentTemplates', { TEMPLATE_NAME: 'Sheet', RELATED_OBJECT_NAME: 'Vehicle__c' });
}

/** Entries that can be deleted because nothing uses them. */
function addUnusedEntries({ store }: InsightlySandbox): void {
	for (const name of [
		'FileCategories',
		'OpportunityCategories',
		'ProjectCategories',
		'TaskCategories',
	]) {
		store.insert(name, { CATEGORY_NAME: 'Unused', BACKGROUND_COLOR: '000000', ACTIVE: true });
	}
	store.insert('LeadSources', { LEAD_SOURCE: 'Unused' });
	store.insert('LeadStatuses', { LEAD_STATUS: 'Unused' });
}

function joinPipeline(sandbox: InsightlySandbox, collection: string): void {
	const flag = collection === 'Projects' ? 'FOR_PROJECTS' : 'FOR_OPPORTUNITIES';
	const pipeline = sandbox.store.all('Pipelines').find((row) => row[flag] === true);
	const stage = sandbox.store
		.all('PipelineStages')
		.find(({ PIPELINE_ID }) => PIPELINE_ID === pipeline?.PIPELINE_ID);
	write(sandbox, collection, anyId(sandbox, collection), {
		PIPELINE_ID: pipeline?.PIPELINE_ID ?? null,
		STAGE_ID: stage?.STAGE_ID ?? null,
	});
}

function addChildren(sandbox: InsightlySandbox): void {
	const { store } = sandbox;
	const add = (child: string, parent: string, key: string, more: JsonObject = {}) =>
		store.insert(child, { [key]: anyId(sandbox, parent), ...more });
	add('Comments', 'Notes', 'NOTE_ID', { BODY: 'Seen' });
	add('CommunityPosts', 'CommunityForums', 'FORUM_ID');
	add('CommunityComments', 'CommunityPosts', 'POST_ID');
	add('OpportunityLineItem', 'Opportunities', 'OPPORTUNITY_ID');
	add('PricebookEntry', 'Pricebook', 'PRICEBOOK_ID', { PRODUCT_ID: anyId(sandbox, 'Product') });
	add('PricebookEntry', 'Product', 'PRODUCT_ID', { PRICEBOOK_ID: anyId(sandbox, 'Pricebook') });
	add('Milestones', 'Projects', 'PROJECT_ID');
	add('QuotationDocument', 'Quotation', 'QUOTE_ID');
	add('QuotationLineItem', 'Quotation', 'QUOTE_ID');
	add('TeamMembers', 'Teams', 'TEAM_ID');
	const id = store.table('FileAttachments').nextId();
	store.insert('FileAttachments', { FILE_ID: id, FILE_NAME: 'a.txt' });
	const first = anyId(sandbox, 'FileAttachments');
	const file = { name: 'a.txt', type: 'text/plain', bytes: Buffer.from('a') };
	sandbox.account.files.set(`FileAttachments/${first}`, file);
}
