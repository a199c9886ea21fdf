import type { INodeProperties } from 'n8n-workflow';

import { recordLocators } from '../../shared/description/recordLocator';

/** A record to pick from a list, by ID or by its address. */
export const recordLocator = recordLocators({
	id: '123456789',
	url: 'https://crm.na1.insightly.com/details/contact/123456789',
});

/** The list of the records of a type; `searchOf` in the node's methods makes them. */
export const searchMethodOf = (resource: string): string =>
	`search${resource[0].toUpperCase()}${resource.slice(1)}`;

export const record = recordLocator('Record', 'recordId', 'searchRecords', 'The record to work on');

/** For records below another record: Record is the one below. */
export const parent = recordLocator(
	'Belongs To',
	'parentId',
	'searchParents',
	'The record that it belongs to',
);

/** For what hangs on a record and is none itself. */
export const hostRecord = recordLocator(
	'Record',
	'parentId',
	'searchParents',
	'The record to work on',
);

export const linkRecord = recordLocator(
	'Link To Record',
	'linkRecordId',
	'searchLinkTargets',
	'The record to link to',
);

/** A record in a row of Link To, of the type that stands beside it. */
export const linkedRecord = recordLocator(
	'Record',
	'record',
	'searchLinkedRecords',
	'The record to link to',
);

/** Custom objects have no IDs of their own: their API names name them. */
export const customObject: INodeProperties = {
	displayName: 'Custom Object',
	name: 'customObject',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The kind of custom object',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchCustomObjects', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. Vehicle__c',
			hint: 'The API name, which ends with __c',
		},
	],
};
