import { integer } from '../../shared/fields/define';
import { readId } from '../../shared/form/recordId';
import { formValues, separated } from '../fields/formValues';
import type { SubResource } from './types';

const MEMBERSHIP_FIELDS = [integer('LIST_ID')];

const LISTS = '/{parent}/{id}/StaticListMembership';

export const staticListMembership: SubResource = {
	value: 'staticListMembership',
	name: 'Static List Membership',
	description: 'The static lists that a prospect is on',
	rows: [
		{
			value: 'create',
			name: 'Add',
			action: 'Add static list membership',
			description: 'Put a prospect on one static list',
			endpoint: `POST ${LISTS}`,
			below: 'staticLists',
			parameters: ['listId'],
			outputFields: MEMBERSHIP_FIELDS,
			send: (item) => ({ body: { LIST_ID: readId(item, 'listId', 'list') } }),
		},
		{
			value: 'getMany',
			name: 'Get Many',
			action: 'Get many static list memberships',
			description: 'List the static lists that a prospect is on',
			endpoint: `GET ${LISTS}`,
			below: 'staticLists',
			parameters: ['returnAll', 'limit'],
			outputFields: MEMBERSHIP_FIELDS,
		},
		{
			value: 'delete',
			name: 'Remove',
			action: 'Remove static list membership',
			description: 'Take a prospect off one static list',
			endpoint: `DELETE ${LISTS}`,
			below: 'staticLists',
			parameters: ['listId'],
			send: (item) => ({ body: { LIST_ID: readId(item, 'listId', 'list') } }),
		},
		{
			value: 'replace',
			name: 'Replace All',
			action: 'Replace all static list memberships',
			description: 'Put a prospect on exactly these static lists and no others',
			endpoint: `PUT ${LISTS}`,
			below: 'staticLists',
			parameters: ['listIds'],
			outputFields: MEMBERSHIP_FIELDS,
			send: (item) => ({
				body: separated(item.value('listIds', '')).map((LIST_ID) =>
					formValues(item, MEMBERSHIP_FIELDS, { LIST_ID }),
				),
			}),
		},
	],
};
