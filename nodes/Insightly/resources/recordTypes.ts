import { activitySet } from './activitySet';
import { communityComment } from './communityComment';
import { communityForum } from './communityForum';
import { communityPost } from './communityPost';
import { contact } from './contact';
import { country } from './country';
import { currency } from './currency';
import { customObject } from './customObject';
import { customObjectRecord } from './customObjectRecord';
import { documentTemplate } from './documentTemplate';
import { email } from './email';
import { event } from './event';
import { fileCategory } from './fileCategory';
import { forumCategory } from './forumCategory';
import { knowledgeArticle } from './knowledgeArticle';
import { knowledgeArticleCategory } from './knowledgeArticleCategory';
import { knowledgeArticleFolder } from './knowledgeArticleFolder';
import { lead } from './lead';
import { leadSource } from './leadSource';
import { leadStatus } from './leadStatus';
import { marketingEvent } from './marketingEvent';
import { marketingVisit } from './marketingVisit';
import { milestone } from './milestone';
import { note } from './note';
import { opportunity } from './opportunity';
import { opportunityCategory } from './opportunityCategory';
import { opportunityLineItem } from './opportunityLineItem';
import { opportunityStateReason } from './opportunityStateReason';
import { organisation } from './organisation';
import { pipeline } from './pipeline';
import { pipelineStage } from './pipelineStage';
import { pricebook } from './pricebook';
import { pricebookEntry } from './pricebookEntry';
import { product } from './product';
import { project } from './project';
import { projectCategory } from './projectCategory';
import { prospect } from './prospect';
import { quotation } from './quotation';
import { quotationLineItem } from './quotationLineItem';
import { relationship } from './relationship';
import { task } from './task';
import { taskCategory } from './taskCategory';
import { team } from './team';
import { teamMember } from './teamMember';
import { ticket } from './ticket';
import { hasFeature, type Feature, type RecordType } from './types';
import { user } from './user';

/** Every record type. Where a form offers several, it begins with the contact, or with the one that comes first here. */
export const recordTypes: readonly RecordType[] = [
	activitySet,
	communityComment,
	communityForum,
	communityPost,
	contact,
	country,
	currency,
	customObject,
	documentTemplate,
	email,
	event,
	fileCategory,
	forumCategory,
	knowledgeArticle,
	knowledgeArticleCategory,
	knowledgeArticleFolder,
	lead,
	leadSource,
	leadStatus,
	marketingEvent,
	marketingVisit,
	milestone,
	note,
	opportunity,
	opportunityCategory,
	opportunityLineItem,
	opportunityStateReason,
	organisation,
	pipeline,
	pipelineStage,
	pricebook,
	pricebookEntry,
	product,
	project,
	projectCategory,
	prospect,
	quotation,
	quotationLineItem,
	relationship,
	task,
	taskCategory,
	team,
	teamMember,
	ticket,
	user,
	customObjectRecord,
];

/** The record types whose records have this. */
export const typesWith = (feature: Feature): readonly RecordType[] =>
	recordTypes.filter((type) => hasFeature(type, feature));
