import { simplifyParameter } from '../../shared/description/common';
import type { OptionPool } from '../../shared/description/options';
import { outputOptions } from '../../shared/description/outputOptions';
import { typesWith } from '../resources/recordTypes';
import { updatedSince } from './filters';
import { byNameThenValue } from './options';

/** Options of lists, and of what comes out. */
export const listOptions: OptionPool = {
	brief: {
		displayName: 'Brief',
		name: 'brief',
		type: 'boolean',
		default: false,
		description:
			'Whether to leave out custom fields, tags, links and dates. Faster for records that have many of them.',
	},
	includeConverted: {
		displayName: 'Include Converted',
		name: 'includeConverted',
		type: 'boolean',
		default: false,
		description: 'Whether to list the status of converted leads as well',
	},
	followedType: {
		displayName: 'Record Type',
		name: 'recordType',
		type: 'options',
		options: typesWith('follow')
			.map(({ name, path }) => ({ name, value: path.slice(1).toLowerCase() }))
			.sort(byNameThenValue),
		default: 'contacts',
		description: 'Only followed records of this type',
	},
	...outputOptions({
		typeOptions: {
			loadOptionsMethod: 'getOutputFields',
			loadOptionsDependsOn: ['resource', 'operation', 'recordType', 'customObject.value'],
		},
	}),
	/** Where the form has no room for it outside of the options. */
	simplify: simplifyParameter,
	skip: {
		displayName: 'Skip',
		name: 'skip',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How many records to pass over first, counted from the oldest',
	},
	updatedSince,
};
