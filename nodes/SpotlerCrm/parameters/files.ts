import type { OptionPool } from '../../shared/description/options';
import type { ParameterPool } from '../../shared/description/properties';
import { parentLocator } from './locators';

/** Where a file comes from, where it goes, and the record that it belongs to. */
export const fileParameters: ParameterPool = {
	inputField: {
		displayName: 'Input Binary Field',
		name: 'binaryProperty',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input field containing the file',
	},
	parentObject: {
		displayName: 'Parent Object',
		name: 'parentObject',
		type: 'string',
		default: 'Account',
		required: true,
		placeholder: 'e.g. Account',
		description:
			'Kind of record that the document belongs to: the record type in the singular, such as Account, Contact, Opportunity, or the name of a custom object',
	},
	parentId: parentLocator,
	outputField: {
		displayName: 'Put Output File in Field',
		name: 'binaryProperty',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the output field to put the file in',
	},
};

/** What can be said of a file that is uploaded. */
export const fileOptions: OptionPool = {
	description: {
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		description: 'What the document is about',
	},
	fileName: {
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. contract.pdf',
		description: 'Name to give the file. Without it, the file keeps its own.',
	},
};
