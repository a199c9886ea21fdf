import {
	choice,
	date,
	dateTime,
	decimal,
	integer,
	readOnly,
	reference,
	text,
} from '../../shared/fields/define';
import { BID_TYPES, OPPORTUNITY_STATES } from '../fields/choices';
import { readId } from '../../shared/form/recordId';
import { getLinkEmailAddress } from '../fields/linkEmailAddress';
import { recordOutput } from '../output/records';
import type { RecordType } from './types';
import { tags } from '../fields/tags';

export const opportunity: RecordType = {
	value: 'opportunity',
	name: 'Opportunity',
	plural: 'opportunities',
	path: '/Opportunities',
	idKey: 'OPPORTUNITY_ID',
	titleKeys: ['OPPORTUNITY_NAME'],
	matchKey: 'OPPORTUNITY_NAME',
	createdKey: 'DATE_CREATED_UTC',
	updatedKey: 'DATE_UPDATED_UTC',
	stageKeys: ['PIPELINE_ID', 'STAGE_ID'],
	isSearchable: true,
	customFieldsOf: 'OPPORTUNITY',
	has: [
		'activities',
		'activitySets',
		'changeableLinks',
		'documents',
		'files',
		'filesToRead',
		'follow',
		'image',
		'imageFields',
		'links',
		'opportunityLineItems',
		'pipeline',
		'states',
		'tags',
		'tagsInUse',
	],
	actions: [
		getLinkEmailAddress('/Opportunities', 'opportunity'),
		{
			value: 'setPricebook',
			name: 'Set Price Book',
			action: 'Set price book of opportunity',
			description: 'Choose the price book that the line items of an opportunity come from',
			endpoint: 'PUT /Opportunities/{id}/Pricebook',
			parameters: ['pricebookId', 'simplify'],
			// The specification documents the whole opportunity as the body; its price book is all that is meant.
			send: (item) => ({
				body: {
					OPPORTUNITY_ID: readId(item, 'recordId', 'opportunity'),
					PRICEBOOK_ID: readId(item, 'pricebookId', 'price book'),
				},
			}),
			output: recordOutput,
		},
	],
	fields: [
		text('OPPORTUNITY_NAME', 255, { required: true }),
		text('OPPORTUNITY_DETAILS', 4000),
		choice('OPPORTUNITY_STATE', OPPORTUNITY_STATES),
		reference('RESPONSIBLE_USER_ID', 'users'),
		reference('CATEGORY_ID', 'opportunityCategories'),
		text('IMAGE_URL', 255),
		text('BID_CURRENCY', 20),
		decimal('BID_AMOUNT'),
		choice('BID_TYPE', BID_TYPES),
		integer('BID_DURATION'),
		date('ACTUAL_CLOSE_DATE'),
		integer('PROBABILITY'),
		date('FORECAST_CLOSE_DATE'),
		reference('OWNER_USER_ID', 'users'),
		integer('ORGANISATION_ID'),
		tags(),
		...readOnly(
			integer('OPPORTUNITY_ID'),
			dateTime('DATE_CREATED_UTC'),
			dateTime('DATE_UPDATED_UTC'),
			decimal('OPPORTUNITY_VALUE'),
			dateTime('LAST_ACTIVITY_DATE_UTC'),
			dateTime('NEXT_ACTIVITY_DATE_UTC'),
			integer('PIPELINE_ID'),
			integer('STAGE_ID'),
			integer('CREATED_USER_ID'),
			integer('PRICEBOOK_ID'),
			text('LINKED_EMAIL_ADDRESS'),
		),
	],
};
