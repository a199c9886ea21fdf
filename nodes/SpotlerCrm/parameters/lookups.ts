import type { ParameterPool } from '../../shared/description/properties';
import { fieldName, objectName } from './locators';

/** What lookup lists and the data dictionary are asked for by. */
export const lookupParameters: ParameterPool = {
	lookupObject: {
		...objectName,
		default: 'accounts',
		placeholder: 'e.g. accounts',
		description: "The object's name as it stands in addresses of the API, such as accounts",
	},
	lookupField: {
		...fieldName,
		name: 'fieldName',
		typeOptions: {
			loadOptionsMethod: 'getLookupFields',
			loadOptionsDependsOn: ['objectName', 'authentication'],
		},
		required: true,
	},
	listName: {
		displayName: 'List Name',
		name: 'listName',
		type: 'string',
		default: '',
		required: true,
		description:
			'Name of the lookup list. It is not documented how it relates to the name of the field: ask Spotler, or see the settings of your lists.',
	},
	newValues: {
		displayName: 'Values',
		name: 'values',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		description: 'The values to add, one per line. An expression can also give a list.',
	},
};
