import { choice } from '../../shared/fields/define';
import { OPPORTUNITY_STATES } from '../fields/choices';
import { endpointOperation } from '../operations';
import { idPart } from '../operations/path';
import { readId } from '../../shared/form/recordId';
import type { InsightlyOperation, InsightlyResource } from '../operations/types';
import { recordOutput } from '../output/records';
import { nameInText, type RecordType } from '../resources/types';
import { opportunity } from '../resources/opportunity';
import { quotation } from '../resources/quotation';
import { EMAIL_ADDRESS_FIELDS, QUOTATION_DOCUMENT_FIELDS, STATE_FIELDS } from './fields';
import { partValues, requiredText } from './values';

export const opportunityState: InsightlyResource = {
	value: 'opportunityState',
	name: 'Opportunity State',
	description: 'Open, won or lost: change it with a reason, and see how it changed',
	operations: [
		endpointOperation({
			value: 'change',
			name: 'Change',
			action: 'Change opportunity state',
			description: 'Give an opportunity another state, with a reason if there is one',
			endpoint: 'PUT /Opportunities/{id}/StateChange',
			parents: [opportunity],
			parameters: ['opportunityState', 'stateReasonId'],
			outputFields: STATE_FIELDS,
			send: (item) => {
				const state = choice('FOR_OPPORTUNITY_STATE', OPPORTUNITY_STATES);
				return {
					body: partValues(item, [state, ...STATE_FIELDS], {
						FOR_OPPORTUNITY_STATE: requiredText(item, 'opportunityState', 'state'),
						STATE_REASON_ID: item.value('stateReasonId', ''),
					}),
				};
			},
		}),
		endpointOperation({
			value: 'getHistory',
			name: 'Get History',
			action: 'Get opportunity state history',
			description: 'List when an opportunity had which state, and why',
			endpoint: 'GET /Opportunities/{id}/StateHistory',
			parents: [opportunity],
			parameters: ['returnAll', 'limit'],
			outputFields: STATE_FIELDS,
		}),
	],
};

/** The specification documents the whole opportunity as the body; its price book is all that is meant. */
export const setPricebook = endpointOperation({
	value: 'setPricebook',
	name: 'Set Price Book',
	action: 'Set price book of opportunity',
	description: 'Choose the price book that the line items of an opportunity come from',
	endpoint: 'PUT /Opportunities/{id}/Pricebook',
	about: opportunity,
	parameters: ['pricebookId', 'simplify'],
	outputFields: opportunity.fields,
	send: (item) => ({
		body: {
			OPPORTUNITY_ID: readId(item, 'recordId', 'opportunity'),
			PRICEBOOK_ID: readId(item, 'pricebookId', 'price book'),
		},
	}),
	receive: recordOutput,
});

export const getLinkEmailAddress = (type: RecordType): InsightlyOperation =>
	endpointOperation({
		value: 'getLinkEmailAddress',
		name: 'Get Link Email Address',
		action: `Get link email address of ${nameInText(type)}`,
		description: `Get the address to which emails are sent to be filed under the ${nameInText(type)}`,
		endpoint: `GET ${type.path}/{id}/LinkEmailAddress`,
		about: type,
		outputFields: EMAIL_ADDRESS_FIELDS,
	});

export const syncQuotation = endpointOperation({
	value: 'sync',
	name: 'Sync',
	action: 'Sync quotation',
	description: 'Let the opportunity follow this quotation and no other',
	endpoint: 'PUT /Quotation/{id}/Sync',
	about: quotation,
	parameters: ['simplify'],
	outputFields: quotation.fields,
});

export const quotationDocument: InsightlyResource = {
	value: 'quotationDocument',
	name: 'Quotation Document',
	description: 'Files that were made from a quotation',
	operations: [
		endpointOperation({
			value: 'delete',
			name: 'Delete',
			action: 'Delete quotation document',
			description: 'Delete one document of a quotation',
			endpoint: 'DELETE /Quotation/{id}/QuotationDocument/{childEntityId}',
			parents: [quotation],
			parts: {
				childEntityId: idPart('quotationDocumentId', 'quotation document'),
			},
		}),
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many quotation documents',
			description: 'List the documents of one quotation; File ID is what downloads one',
			endpoint: 'GET /Quotation/{id}/QuotationDocument',
			parents: [quotation],
			parameters: ['returnAll', 'limit'],
			outputFields: QUOTATION_DOCUMENT_FIELDS,
		}),
	],
};
