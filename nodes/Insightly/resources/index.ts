import { recordResource } from '../operations';
import type { InsightlyResource } from '../operations/types';
import * as parts from '../parts';
import type { RecordType } from './types';
import { activitySet } from './activitySet';
import * as children from './children';
import { communityComment } from './communityComment';
import { communityForum } from './communityForum';
import { communityPost } from './communityPost';
import { contact } from './contact';
import { customObjectRecord } from './customObjectRecord';
import { documentTemplate } from './documentTemplate';
import { email } from './email';
import { event } from './event';
import { forumCategory } from './forumCategory';
import { knowledgeArticle } from './knowledgeArticle';
import { knowledgeArticleCategory } from './knowledgeArticleCategory';
import { knowledgeArticleFolder } from './knowledgeArticleFolder';
import { lead } from './lead';
import * as lists from './lists';
import { marketingVisit } from './marketingVisit';
import { milestone } from './milestone';
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
import * as readOnlyLists from './readOnlyLists';
import { task } from './task';
import { team } from './team';
import { teamMember } from './teamMember';
import { ticket } from './ticket';
import { user } from './user';

/** Everything in the node's Resource list: record types with what they offer besides, then what hangs on records. */
export const resources: readonly InsightlyResource[] = [
	recordResource(activitySet, parts.assignActivitySet),
	recordResource(communityComment, ...children.commentsOfPost),
	recordResource(communityForum),
	recordResource(communityPost, ...children.postsOfForum),
	recordResource(contact),
	recordResource(readOnlyLists.country),
	recordResource(readOnlyLists.currency),
	recordResource(readOnlyLists.customObject, parts.getCustomObject),
	recordResource(customObjectRecord),
	recordResource(documentTemplate, parts.mergeDocument, parts.mergeAndStoreDocument),
	recordResource(email, ...children.emailsOfRecord),
	recordResource(event, ...children.eventsOfRecord),
	recordResource(lists.fileCategory),
	recordResource(forumCategory),
	recordResource(knowledgeArticle),
	recordResource(knowledgeArticleCategory),
	recordResource(knowledgeArticleFolder),
	recordResource(lead, parts.getLinkEmailAddress(lead)),
	recordResource(lists.leadSource),
	recordResource(lists.leadStatus),
	recordResource(lists.marketingEvent),
	recordResource(marketingVisit),
	recordResource(milestone, ...children.milestonesOfProject),
	recordResource(note, ...children.notesOfRecord),
	recordResource(opportunity, parts.getLinkEmailAddress(opportunity), parts.setPricebook),
	recordResource(lists.opportunityCategory),
	recordResource(opportunityLineItem, ...children.linesOfOpportunity),
	recordResource(readOnlyLists.opportunityStateReason),
	recordResource(organisation),
	recordResource(readOnlyLists.pipeline, parts.setPipeline, parts.removePipeline),
	recordResource(readOnlyLists.pipelineStage, parts.setPipelineStage),
	recordResource(pricebook),
	recordResource(pricebookEntry, ...children.entriesOfPricebookOrProduct),
	recordResource(product),
	recordResource(project, parts.getLinkEmailAddress(project)),
	recordResource(lists.projectCategory),
	recordResource(prospect),
	recordResource(quotation, parts.syncQuotation),
	recordResource(quotationLineItem, ...children.linesOfQuotation),
	recordResource(readOnlyLists.relationship),
	recordResource(task, ...children.tasksOfRecord),
	recordResource(lists.taskCategory),
	recordResource(team),
	recordResource(teamMember, ...children.membersOfTeam),
	recordResource(ticket, parts.mergeTicket),
	recordResource(user, parts.getMe),
	parts.comment,
	parts.ctiDisplay,
	parts.customField,
	parts.date,
	parts.emailDomain,
	parts.fileAttachment,
	parts.follow,
	parts.image,
	parts.imageField,
	parts.instance,
	parts.link,
	parts.noteComment,
	parts.opportunityState,
	parts.permission,
	parts.quotationDocument,
	parts.staticListMembership,
	parts.tag,
	parts.ticketComment,
	parts.translation,
];

/** Every record type that has a resource of its own, one row each. */
export const recordTypes: readonly RecordType[] = [
	...new Set(
		resources.flatMap(({ value, operations }) =>
			operations.flatMap(({ about }) => (about?.value === value ? about : [])),
		),
	),
];
