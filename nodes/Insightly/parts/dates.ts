import type { IDataObject } from 'n8n-workflow';

import { requireFields } from '../../shared/fields/mapper';
import type { ItemContext } from '../../shared/form/itemContext';
import { endpointOperation } from '../operations';
import type { InsightlyResource } from '../operations/types';
import { organisation } from '../resources/organisation';
import { WITH_DATES } from '../resources/parents';
import { DATE_FIELDS, EMAIL_DOMAIN_FIELDS } from './fields';
import { replaceAll } from './replaceAll';
import { partValues, separated } from './values';

export const date: InsightlyResource = {
	value: 'date',
	name: 'Date',
	description: 'Birthdays, renewals and other dates of a contact or an organisation',
	operations: [
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many dates',
			description: 'List the dates of a contact or an organisation',
			endpoint: 'GET /{parent}/{id}/Dates',
			parents: WITH_DATES,
			parameters: ['returnAll', 'limit'],
			outputFields: DATE_FIELDS,
		}),
		endpointOperation({
			value: 'replace',
			name: 'Replace All',
			action: 'Replace all dates',
			description: 'Give a contact or an organisation exactly these dates and no others',
			endpoint: 'PUT /{parent}/{id}/Dates',
			parents: WITH_DATES,
			parameters: ['dates'],
			outputFields: DATE_FIELDS,
			send: (item) => ({ body: readDates(item) }),
			fetch: replaceAll,
		}),
	],
};

function readDates(item: ItemContext): IDataObject[] {
	const { date: rows } = item.collection('dates');
	return ((rows ?? []) as IDataObject[]).map((row) => {
		const values = partValues(item, DATE_FIELDS, {
			OCCASION_NAME: row.name,
			OCCASION_DATE: row.date,
			REPEAT_YEARLY: row.isYearly,
			CREATE_TASK_YEARLY: row.createsTask,
		});
		requireFields(item, values, DATE_FIELDS);
		return values;
	});
}

export const emailDomain: InsightlyResource = {
	value: 'emailDomain',
	name: 'Email Domain',
	description: 'Domains by which emails are filed under an organisation',
	operations: [
		endpointOperation({
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many email domains',
			description: 'List the email domains of one organisation',
			endpoint: 'GET /Organisations/{id}/EmailDomains',
			parents: [organisation],
			parameters: ['returnAll', 'limit'],
			outputFields: EMAIL_DOMAIN_FIELDS,
		}),
		endpointOperation({
			value: 'replace',
			name: 'Replace All',
			action: 'Replace all email domains',
			description: 'Give an organisation exactly these email domains and no others',
			endpoint: 'PUT /Organisations/{id}/EmailDomains',
			parents: [organisation],
			parameters: ['emailDomains'],
			outputFields: EMAIL_DOMAIN_FIELDS,
			send: (item) => ({
				body: separated(item.value('emailDomains', '')).map((EMAIL_DOMAIN) =>
					partValues(item, EMAIL_DOMAIN_FIELDS, { EMAIL_DOMAIN }),
				),
			}),
			fetch: replaceAll,
		}),
	],
};
