import type { INodeProperties } from 'n8n-workflow';

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
