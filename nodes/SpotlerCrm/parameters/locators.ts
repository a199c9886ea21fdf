import type { INodeProperties } from 'n8n-workflow';

/** The record to work on. */
export const recordLocator: INodeProperties = {
	displayName: 'Record',
	name: 'recordId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The record to work on',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchRecords', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 95950731',
		},
	],
};

/** The custom object to work on. */
export const objectName: INodeProperties = {
	displayName: 'Object Name',
	name: 'objectName',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. policies',
	description: "The custom object's name as it stands in addresses of the API: plural, lower case",
};

/** Picks a field of the chosen object; the account's own fields included. */
export const fieldName: INodeProperties = {
	displayName: 'Field Name or ID',
	name: 'field',
	type: 'options',
	typeOptions: {
		loadOptionsMethod: 'getObjectFields',
		loadOptionsDependsOn: ['resource', 'objectName', 'authentication'],
	},
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
};
