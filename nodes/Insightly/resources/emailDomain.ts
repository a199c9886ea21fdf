import type { IDataObject } from 'n8n-workflow';

import { integer, text } from '../../shared/fields/define';
import type { ItemContext } from '../../shared/form/itemContext';
import { formValues, separated } from '../fields/formValues';
import { replaceAll } from '../operations/replaceAll';
import type { SubResource } from './types';

const EMAIL_DOMAIN_FIELDS = [integer('EMAIL_DOMAIN_ID'), text('EMAIL_DOMAIN', 255)];

export const emailDomain: SubResource = {
	value: 'emailDomain',
	name: 'Email Domain',
	description: 'Domains by which emails are filed under an organisation',
	rows: [
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many email domains',
			description: 'List the email domains of one organisation',
			endpoint: 'GET /Organisations/{id}/EmailDomains',
			below: 'emailDomains',
			parameters: ['returnAll', 'limit'],
			outputFields: EMAIL_DOMAIN_FIELDS,
		},
		{
			value: 'replace',
			name: 'Replace All',
			action: 'Replace all email domains',
			description: 'Give an organisation exactly these email domains and no others',
			endpoint: 'PUT /Organisations/{id}/EmailDomains',
			below: 'emailDomains',
			parameters: ['emailDomains'],
			outputFields: EMAIL_DOMAIN_FIELDS,
			perform: async (item, client, { path }) => await replaceAll(client, path, readDomains(item)),
		},
	],
};

const readDomains = (item: ItemContext): IDataObject[] =>
	separated(item.value('emailDomains', '')).map((EMAIL_DOMAIN) =>
		formValues(item, EMAIL_DOMAIN_FIELDS, { EMAIL_DOMAIN }),
	);
