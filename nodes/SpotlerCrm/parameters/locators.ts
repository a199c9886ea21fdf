import type { INodeProperties } from 'n8n-workflow';

import { recordLocators } from '../../shared/description/recordLocator';

/** A record to pick from a list or by ID. */
const locator = recordLocators({ id: '95950731' });

/** The record to work on, under the name of its type where that is known. */
export const recordLocator = (displayName = 'Record'): INodeProperties =>
	locator(displayName, 'recordId', 'searchRecords', `The ${displayName.toLowerCase()} to work on`);

/** A record that a field names; each type has a list among the node's methods, such as `searchAccount`. */
export const referenceLocator = (
	displayName: string,
	name: string,
	refersTo: string,
): INodeProperties =>
	locator(
		displayName,
		name,
		`search${refersTo[0].toUpperCase()}${refersTo.slice(1)}`,
		`The ${displayName.toLowerCase()} that the record belongs to`,
	);

/** The record that a document belongs to, of the kind that stands above it. */
export const parentLocator = locator(
	'Parent',
	'parentId',
	'searchParents',
	'The record that the document belongs to',
);

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
