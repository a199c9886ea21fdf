import { customObject, linkedRecord, recordLocator } from './locators';
import { customObjectRecord } from '../resources/customObjectRecord';
import { typesWith } from '../resources/recordTypes';
import type { OptionPool } from '../../shared/description/options';
import { accountOption, byNameThenValue, requiredString } from './options';

/** What can be said of links and comments. */
export const partOptions: OptionPool = {
	authorContactId: {
		...recordLocator(
			'Author Contact',
			'authorContactId',
			'searchContact',
			'The contact in whose name it is written',
		),
		required: false,
	},
	linkDetails: { displayName: 'Details', name: 'details', type: 'string', default: '' },
	isForward: {
		displayName: 'Forward',
		name: 'isForward',
		type: 'boolean',
		default: true,
		description: 'Whether the relationship reads from this record to the other',
	},
	relationshipId: accountOption('Relationship Name or ID', 'relationshipId', 'getRelationships', {
		required: false,
	}),
	role: {
		displayName: 'Role',
		name: 'role',
		type: 'string',
		default: '',
		placeholder: 'e.g. Decision Maker',
	},
};

const linkedTypes = typesWith('links')
	.map(({ name, value }) => ({ name, value }))
	.sort(byNameThenValue);

/** What hangs on a record. */
export const partPool = {
	customObjectOfParent: {
		...customObject,
		displayOptions: { show: { recordType: [customObjectRecord.value] } },
	},
	linkId: requiredString('Link ID', 'linkId', 'ID of the link, as Get Many gives it'),
	linkRecordType: {
		displayName: 'Link To Type',
		name: 'linkRecordType',
		type: 'options' as const,
		options: linkedTypes,
		default: 'organisation',
		description: 'What kind of record to link to',
	},
	linkTo: {
		displayName: 'Link To',
		name: 'linkTo',
		type: 'fixedCollection' as const,
		typeOptions: { multipleValues: true },
		placeholder: 'Add Record',
		default: {},
		description: 'Records that it is about, such as the contact to get in touch with',
		options: [
			{
				displayName: 'Record',
				name: 'records',
				values: [
					{
						displayName: 'Record Type',
						name: 'recordType',
						type: 'options' as const,
						options: linkedTypes,
						default: 'contact',
						description: 'What kind of record to link to',
					},
					linkedRecord,
				],
			},
		],
	},
	tag: requiredString('Tag', 'tag', 'Name of the tag', { placeholder: 'e.g. VIP' }),
	tags: {
		displayName: 'Tags',
		name: 'tags',
		type: 'string' as const,
		default: '',
		placeholder: 'e.g. VIP, Newsletter',
		description: 'All tags, separated by commas. Without any, the record has none afterwards.',
	},
	commentId: requiredString('Comment ID', 'commentId', 'ID of the comment, as Get Many gives it'),
	body: requiredString('Text', 'body', 'Text of the comment, plain or HTML', {
		typeOptions: { rows: 4 },
	}),
	isPublic: {
		displayName: 'Public',
		name: 'isPublic',
		type: 'boolean' as const,
		default: false,
		description: 'Whether the contact of the ticket can see it',
	},
	channel: requiredString('Channel', 'channel', 'How it came in, in the words of your account', {
		default: 'Web',
	}),
	dates: {
		displayName: 'Dates',
		name: 'dates',
		type: 'fixedCollection' as const,
		typeOptions: { multipleValues: true },
		placeholder: 'Add Date',
		default: {},
		description: 'All dates. Without any, the record has none afterwards.',
		options: [
			{
				displayName: 'Date',
				name: 'date',
				values: [
					{
						displayName: 'Create Task Yearly',
						name: 'createsTask',
						type: 'boolean' as const,
						default: false,
						description: 'Whether Insightly creates a task for it every year',
					},
					{ displayName: 'Date', name: 'date', type: 'dateTime' as const, default: '' },
					{
						displayName: 'Name',
						name: 'name',
						type: 'string' as const,
						default: '',
						placeholder: 'e.g. Birthday',
					},
					{
						displayName: 'Repeat Yearly',
						name: 'isYearly',
						type: 'boolean' as const,
						default: false,
						description: 'Whether it comes back every year',
					},
				],
			},
		],
	},
	emailDomains: {
		displayName: 'Email Domains',
		name: 'emailDomains',
		type: 'string' as const,
		default: '',
		placeholder: 'e.g. example.com, example.org',
		description:
			'All domains, separated by commas. Without any, the organisation has none afterwards.',
	},
	quotationDocumentId: requiredString(
		'Quotation Document ID',
		'quotationDocumentId',
		'ID of the document, as Get Many gives it',
	),
	targetTicketNumber: requiredString(
		'Target Ticket Number',
		'targetTicketNumber',
		'Number of the ticket that stays; not its ID',
	),
	listId: requiredString('List ID', 'listId', 'ID of the static list'),
	listIds: {
		displayName: 'List IDs',
		name: 'listIds',
		type: 'string' as const,
		default: '',
		placeholder: 'e.g. 12, 34',
		description:
			'IDs of all static lists, separated by commas. Without any, the prospect is on none afterwards.',
	},
	language: requiredString('Language', 'language', 'Code of the language', {
		placeholder: 'e.g. de',
	}),
	fieldsOf: accountOption('Fields Of Name or ID', 'fieldsOf', 'getObjectsWithFields'),
	customFieldName: requiredString('Field Name', 'customFieldName', 'API name of the field', {
		placeholder: 'e.g. Segment__c',
	}),
	userId: accountOption('User Name or ID', 'userId', 'getUsers'),
};
