import { childOperations } from '../operations';
import type { InsightlyOperation } from '../operations/types';
import type { RecordType } from './types';
import { communityComment } from './communityComment';
import { communityForum } from './communityForum';
import { communityPost } from './communityPost';
import { email } from './email';
import { event } from './event';
import { milestone } from './milestone';
import { note } from './note';
import { opportunity } from './opportunity';
import { opportunityLineItem } from './opportunityLineItem';
import { WITH_ACTIVITIES } from './parents';
import { pricebook } from './pricebook';
import { pricebookEntry } from './pricebookEntry';
import { product } from './product';
import { project } from './project';
import { quotation } from './quotation';
import { quotationLineItem } from './quotationLineItem';
import { task } from './task';
import { team } from './team';
import { teamMember } from './teamMember';

/** Records that are also, or only, reached below another record, as the v3.1 specification lists them. */

const activitiesOf = (about: RecordType, segment: string): InsightlyOperation[] =>
	childOperations({
		...{ about, segment },
		parents: WITH_ACTIVITIES,
		parentName: 'Record',
		verbs: ['getMany'],
		isFiltered: true,
	});

export const emailsOfRecord = activitiesOf(email, 'Emails');
export const eventsOfRecord = activitiesOf(event, 'Events');
export const tasksOfRecord = activitiesOf(task, 'Tasks');

/** A note can only be created below the record that it is about. */
export const notesOfRecord = childOperations({
	about: note,
	parents: WITH_ACTIVITIES,
	parentName: 'Record',
	segment: 'Notes',
	verbs: ['getMany', 'create', 'update'],
	besides: ['update'],
	isFiltered: true,
});

export const milestonesOfProject = childOperations({
	about: milestone,
	parents: [project],
	parentName: 'Project',
	segment: 'Milestones',
	idPart: 'milestoneId',
	verbs: ['getMany', 'create', 'update', 'delete'],
});

export const linesOfOpportunity = childOperations({
	about: opportunityLineItem,
	parents: [opportunity],
	parentName: 'Opportunity',
	segment: 'OpportunityLineItem',
	verbs: ['getMany', 'create', 'update', 'delete'],
});

export const linesOfQuotation = childOperations({
	about: quotationLineItem,
	parents: [quotation],
	parentName: 'Quotation',
	segment: 'QuotationLineItem',
	verbs: ['getMany', 'create', 'update', 'delete'],
});

export const entriesOfPricebookOrProduct = childOperations({
	about: pricebookEntry,
	parents: [pricebook, product],
	parentName: 'Price Book or Product',
	segment: 'PricebookEntry',
	verbs: ['getMany', 'create', 'update', 'delete'],
});

export const postsOfForum = childOperations({
	about: communityPost,
	parents: [communityForum],
	parentName: 'Forum',
	segment: 'CommunityPosts',
	verbs: ['getMany', 'create', 'update', 'delete'],
	besides: ['create', 'update'],
});

export const commentsOfPost = childOperations({
	about: communityComment,
	parents: [communityPost],
	parentName: 'Post',
	segment: 'CommunityComments',
	verbs: ['getMany', 'create', 'update', 'delete'],
	besides: ['create', 'update'],
	inherited: ['FORUM_ID'],
});

export const membersOfTeam = childOperations({
	about: teamMember,
	parents: [team],
	parentName: 'Team',
	segment: 'TeamMembers',
	idPart: 'permissionId',
	verbs: ['create', 'delete'],
	besides: ['create', 'delete'],
});
