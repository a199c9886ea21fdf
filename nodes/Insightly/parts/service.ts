import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { createBody, recordBody, recordValues } from '../fields/recordValues';
import { endpointOperation } from '../operations';
import type { Place } from '../operations/endpoint';
import { readId } from '../../shared/form/recordId';
import type { InsightlyResource } from '../operations/types';
import { recordOutput } from '../output/records';
import type { RecordType } from '../resources/types';
import { knowledgeArticle } from '../resources/knowledgeArticle';
import { WITH_TRANSLATIONS } from '../resources/parents';
import { prospect } from '../resources/prospect';
import { ticket } from '../resources/ticket';
import { MEMBERSHIP_FIELDS } from './fields';
import { partValues, separated } from './values';

/** The ticket that is merged disappears; its comments move (v3.1 specification). */
export const mergeTicket = endpointOperation({
	value: 'mergeInto',
	name: 'Merge',
	action: 'Merge ticket',
	description: 'Merge a ticket into another one, which is named by its ticket number',
	endpoint: 'POST /Ticket/{id}/Merge',
	about: ticket,
	parameters: ['targetTicketNumber', 'simplify'],
	outputFields: ticket.fields,
	send: (item) => ({
		body: { TARGET_TICKET_NUMBER: readId(item, 'targetTicketNumber', 'ticket to merge into') },
	}),
	receive: recordOutput,
});

const LISTS = '/Prospect/{id}/StaticListMembership';

export const staticListMembership: InsightlyResource = {
	value: 'staticListMembership',
	name: 'Static List Membership',
	description: 'The static lists that a prospect is on',
	operations: [
		endpointOperation({
			value: 'create',
			name: 'Add',
			action: 'Add static list membership',
			description: 'Put a prospect on one static list',
			endpoint: `POST ${LISTS}`,
			parents: [prospect],
			parameters: ['listId'],
			outputFields: MEMBERSHIP_FIELDS,
			send: (item) => ({ body: { LIST_ID: readId(item, 'listId', 'list') } }),
		}),
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many static list memberships',
			description: 'List the static lists that a prospect is on',
			endpoint: `GET ${LISTS}`,
			parents: [prospect],
			parameters: ['returnAll', 'limit'],
			outputFields: MEMBERSHIP_FIELDS,
		}),
		endpointOperation({
			value: 'delete',
			name: 'Remove',
			action: 'Remove static list membership',
			description: 'Take a prospect off one static list',
			endpoint: `DELETE ${LISTS}`,
			parents: [prospect],
			parameters: ['listId'],
			send: (item) => ({ body: { LIST_ID: readId(item, 'listId', 'list') } }),
		}),
		endpointOperation({
			value: 'replace',
			name: 'Replace All',
			action: 'Replace all static list memberships',
			description: 'Put a prospect on exactly these static lists and no others',
			endpoint: `PUT ${LISTS}`,
			parents: [prospect],
			parameters: ['listIds'],
			outputFields: MEMBERSHIP_FIELDS,
			send: (item) => ({
				body: separated(item.value('listIds', '')).map((LIST_ID) =>
					partValues(item, MEMBERSHIP_FIELDS, { LIST_ID }),
				),
			}),
		}),
	],
};

const LANGUAGE = '/{parent}/{id}/Translations/{language}';

export const translation: InsightlyResource = {
	value: 'translation',
	name: 'Translation',
	description: 'Knowledge articles and custom object records in other languages',
	operations: [
		endpointOperation({
			value: 'create',
			name: 'Create',
			action: 'Create translation',
			description: 'Add a translation to a knowledge article or a custom object record',
			endpoint: `POST ${LANGUAGE}`,
			parents: WITH_TRANSLATIONS,
			purpose: 'create',
			parameters: ['fields', 'simplify'],
			outputFields: knowledgeArticle.fields,
			send: async (item, client, { parent }) => {
				const type = parent as RecordType;
				const values = await recordValues(item, client, type, 'create');
				return { body: await createBody(item, client, type, values) };
			},
			receive: recordOutput,
		}),
		endpointOperation({
			value: 'get',
			name: 'Get',
			action: 'Get translation',
			description: 'Get a knowledge article or a custom object record in one language',
			endpoint: `GET ${LANGUAGE}`,
			parents: WITH_TRANSLATIONS,
			parameters: ['simplify'],
			outputFields: knowledgeArticle.fields,
			receive: recordOutput,
		}),
		endpointOperation({
			value: 'update',
			name: 'Update',
			action: 'Update translation',
			description: 'Change some fields of a translation; the others stay as they are',
			endpoint: `PUT ${LANGUAGE}`,
			parents: WITH_TRANSLATIONS,
			purpose: 'update',
			parameters: ['fields', 'simplify'],
			outputFields: knowledgeArticle.fields,
			send: async (item, client, place) => ({
				body: recordBody(place.parent as RecordType, await changes(item, client, place)),
			}),
			receive: recordOutput,
		}),
	],
};

async function changes(
	item: ItemContext,
	client: Parameters<typeof recordValues>[1],
	{ parent }: Place,
): Promise<IDataObject> {
	const values = await recordValues(item, client, parent as RecordType, 'update');
	if (Object.keys(values).length > 0) return values;
	throw item.refuse('There is nothing to update', 'Add at least one field to the form.');
}
