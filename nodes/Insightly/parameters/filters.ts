import type { INodeProperties } from 'n8n-workflow';

import { typesWith } from '../resources/recordTypes';
import { collection } from './options';

/** Field and value of a search, which Insightly takes together or not at all. */
export const fieldName: INodeProperties = {
	displayName: 'Field Name or ID',
	name: 'fieldName',
	type: 'options',
	typeOptions: {
		loadOptionsMethod: 'getSearchFields',
		loadOptionsDependsOn: ['resource', 'customObject.value'],
	},
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};

export const fieldValue: INodeProperties = {
	displayName: 'Field Value',
	name: 'fieldValue',
	type: 'string',
	default: '',
	description: 'Only records in which the field has exactly this value',
};

const tag: INodeProperties = {
	displayName: 'Tag',
	name: 'tag',
	type: 'string',
	default: '',
	placeholder: 'e.g. VIP',
	displayOptions: { show: { '/resource': typesWith('tags').map(({ value }) => value) } },
	description: 'Only records with this tag. Cannot be combined with the other filters.',
};

export const updatedSince: INodeProperties = {
	displayName: 'Updated Since',
	name: 'updatedSince',
	type: 'dateTime',
	default: '',
	description: 'Only records that were created or changed at this moment or later',
};

/** The filters of Get Many. */
export const listFilters = collection('Filters', 'filters', 'Add Filter', [
	fieldName,
	fieldValue,
	tag,
	updatedSince,
]);
