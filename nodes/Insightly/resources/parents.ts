import { communityComment } from './communityComment';
import { communityForum } from './communityForum';
import { communityPost } from './communityPost';
import { contact } from './contact';
import { customObjectRecord } from './customObjectRecord';
import { email } from './email';
import { event } from './event';
import { forumCategory } from './forumCategory';
import { knowledgeArticle } from './knowledgeArticle';
import { lead } from './lead';
import { note } from './note';
import { opportunity } from './opportunity';
import { opportunityLineItem } from './opportunityLineItem';
import { organisation } from './organisation';
import { pricebook } from './pricebook';
import { pricebookEntry } from './pricebookEntry';
import { product } from './product';
import { project } from './project';
import { prospect } from './prospect';
import { quotation } from './quotation';
import { quotationLineItem } from './quotationLineItem';
import { task } from './task';
import { ticket } from './ticket';

/** Which record types have what hanging on them, as the v3.1 specification lists it. */

/** Activities, notes, files, activity sets. */
export const WITH_ACTIVITIES = [contact, lead, opportunity, organisation, project];

/** Leads lost their links between the specifications of 2022 and 2025. */
export const WITH_LINKS = [contact, email, event, note, opportunity, organisation, project, task];

export const WITH_CHANGEABLE_LINKS = [contact, opportunity, organisation, project];

export const WITH_TAGS = [
	contact,
	email,
	knowledgeArticle,
	lead,
	opportunity,
	organisation,
	project,
	prospect,
	ticket,
];

/** Those whose tags in use can be listed. */
export const WITH_TAG_LIST = [contact, email, lead, opportunity, organisation, project];

export const WITH_COMMENTS = [email, note, task];

/** Comments have files too, but no collection of their own: see the comment resource. */
export const WITH_FILES = [...WITH_ACTIVITIES, customObjectRecord, note];

export const WITH_IMAGE = [contact, lead, opportunity, organisation, product, project];

export const WITH_IMAGE_FIELDS = [
	contact,
	event,
	knowledgeArticle,
	lead,
	opportunity,
	opportunityLineItem,
	organisation,
	pricebookEntry,
	product,
	project,
	prospect,
	quotation,
	quotationLineItem,
	task,
	ticket,
];

export const WITH_FOLLOW = [
	communityComment,
	communityForum,
	communityPost,
	contact,
	email,
	forumCategory,
	knowledgeArticle,
	lead,
	note,
	opportunity,
	organisation,
	pricebook,
	product,
	project,
	prospect,
	quotation,
	task,
	ticket,
];

export const WITH_DATES = [contact, organisation];

export const WITH_PIPELINE = [lead, opportunity, project];

export const WITH_DOCUMENTS = [
	contact,
	customObjectRecord,
	lead,
	opportunity,
	organisation,
	product,
	project,
	quotation,
];

/** The first one is where forms start. */
export const WITH_TRANSLATIONS = [knowledgeArticle, customObjectRecord];
