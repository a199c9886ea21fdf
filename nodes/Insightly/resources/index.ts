import { recordResource, subResource } from '../operations';
import type { InsightlyResource } from '../operations/types';
import { comment } from './comment';
import { ctiDisplay } from './ctiDisplay';
import { customField } from './customField';
import { date } from './date';
import { emailDomain } from './emailDomain';
import type { SubResource } from './types';
import { fileAttachment } from './fileAttachment';
import { follow } from './follow';
import { image } from './image';
import { imageField } from './imageField';
import { instance } from './instance';
import { link } from './link';
import { noteComment } from './noteComment';
import { opportunityState } from './opportunityState';
import { permission } from './permission';
import { quotationDocument } from './quotationDocument';
import { recordTypes } from './recordTypes';
import { staticListMembership } from './staticListMembership';
import { tag } from './tag';
import { ticketComment } from './ticketComment';
import { translation } from './translation';

export { recordTypes };

/** What hangs on records or belongs to the account, and is no record itself. */
const subResources: readonly SubResource[] = [
	comment,
	ctiDisplay,
	customField,
	date,
	emailDomain,
	fileAttachment,
	follow,
	image,
	imageField,
	instance,
	link,
	noteComment,
	opportunityState,
	permission,
	quotationDocument,
	staticListMembership,
	tag,
	ticketComment,
	translation,
];

/**
 * What people do daily: fifteen record types and the commonest jobs on records. Only these have rows in n8n's node panel,
 * which would otherwise be a list of three hundred without a search.
 */
const EVERYDAY = [
	'contact',
	'customObjectRecord',
	'email',
	'event',
	'lead',
	'milestone',
	'note',
	'opportunity',
	'organisation',
	'product',
	'project',
	'quotation',
	'task',
	'ticket',
	'user',
	'fileAttachment',
	'link',
	'tag',
];

/** Everything in the node's Resource list. */
export const resources: readonly InsightlyResource[] = [
	...recordTypes.map(recordResource),
	...subResources.map(subResource),
].map((resource) => (EVERYDAY.includes(resource.value) ? resource : { ...resource, isRare: true }));
