import { date, dateTime, flag, integer, json, readOnly, text } from '../../shared/fields/define';

/** What hangs on a record, field by field as the API answers it (v3.1 specification; BODY of comments *observed*). */

export const LINK_FIELDS = [
	integer('LINK_ID'),
	text('OBJECT_NAME'),
	integer('OBJECT_ID'),
	text('LINK_OBJECT_NAME'),
	integer('LINK_OBJECT_ID'),
	text('ROLE', 255),
	text('DETAILS', 255),
	integer('RELATIONSHIP_ID'),
	flag('IS_FORWARD'),
];

export const TAG_FIELDS = [text('TAG_NAME', 255)];

export const COMMENT_FIELDS = [
	integer('COMMENT_ID'),
	text('BODY'),
	integer('OWNER_USER_ID'),
	dateTime('DATE_CREATED_UTC'),
	dateTime('DATE_UPDATED_UTC'),
];

export const TICKET_COMMENT_FIELDS = [
	integer('TICKET_COMMENT_ID'),
	integer('TICKET_ID'),
	text('BODY_HTML'),
	flag('PUBLIC_COMMENT'),
	text('CHANNEL', 20),
	integer('AUTHOR_CONTACT_ID'),
	integer('CREATED_USER_ID'),
	dateTime('DATE_CREATED_UTC'),
];

export const FILE_FIELDS = [
	integer('FILE_ID'),
	text('FILE_NAME', 500),
	text('CONTENT_TYPE', 255),
	integer('FILE_SIZE'),
	integer('FILE_CATEGORY_ID'),
	integer('OWNER_USER_ID'),
	dateTime('DATE_CREATED_UTC'),
	dateTime('DATE_UPDATED_UTC'),
	text('URL', 500),
];

/** What a download leaves beside the file itself. */
export const DOWNLOAD_FIELDS = [text('fileName'), text('mimeType'), integer('fileSize')];

export const FOLLOWING_FIELDS = [flag('FOLLOWING')];

export const FOLLOWED_FIELDS = [text('RECORD_TYPE'), integer('RECORD_ID')];

export const DATE_FIELDS = [
	...readOnly(integer('DATE_ID')),
	text('OCCASION_NAME', 255, { required: true }),
	date('OCCASION_DATE', { required: true }),
	flag('REPEAT_YEARLY'),
	flag('CREATE_TASK_YEARLY'),
];

export const EMAIL_DOMAIN_FIELDS = [integer('EMAIL_DOMAIN_ID'), text('EMAIL_DOMAIN', 255)];

export const ASSIGNMENT_FIELDS = [
	integer('ACTIVITYSET_ID'),
	date('START_DATE'),
	date('END_DATE'),
	json('ACTIVITY_ASSIGNMENTS', { isList: true }),
];

export const STATE_FIELDS = [
	integer('OPPORTUNITY_ID'),
	dateTime('DATE_CHANGED_UTC'),
	text('FOR_OPPORTUNITY_STATE'),
	integer('STATE_REASON_ID'),
	text('STATE_REASON'),
];

export const QUOTATION_DOCUMENT_FIELDS = [
	integer('QUOTE_DOCUMENT_ID'),
	text('QUOTATION_NAME', 255),
	text('FILE_NAME', 255),
	integer('OWNER_USER_ID'),
	dateTime('DATE_CREATED_UTC'),
	text('QUOTE_ID'),
	text('FILE_ID'),
	text('CURRENCY_CODE'),
];

export const MEMBERSHIP_FIELDS = [integer('LIST_ID')];

export const CUSTOM_FIELD_FIELDS = [
	text('FIELD_NAME'),
	integer('FIELD_ORDER'),
	text('FIELD_FOR', 12),
	text('FIELD_LABEL', 255),
	text('FIELD_TYPE', 20),
	text('FIELD_HELP_TEXT', 1000),
	text('DEFAULT_VALUE'),
	flag('EDITABLE'),
	flag('VISIBLE'),
	json('CUSTOM_FIELD_OPTIONS', { isList: true }),
	json('DEPENDENCY'),
	text('JOIN_OBJECT'),
];

export const INSTANCE_FIELDS = [
	text('INSTANCE_NAME', 255),
	text('INSTANCE_SUBDOMAIN'),
	text('PLAN_NAME'),
	flag('NEW_USER_EXPERIENCE_ENABLED'),
];

export const PERMISSION_FIELDS = [
	text('PERMISSIONS_STATE'),
	json('OBJECT_PERMISSIONS', { isList: true }),
];

export const EMAIL_ADDRESS_FIELDS = [text('EMAIL')];

export const DONE_FIELDS = [flag('success')];
