import {
	knownId,
	notChangedSince,
	otherwiseMatchOn,
	skipIfUnchanged,
} from '../../shared/description/writeOptions';
import type { OptionPool } from '../../shared/description/options';
import { fieldName } from './filters';

/** Options of the operations that write to a record which may be there already. */
export const writeOptions: OptionPool = {
	ifMatch: {
		displayName: 'Only If ETag Matches',
		name: 'ifMatch',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.ETag }}',
		description:
			'The ETag of the record when you read it (Get returns it). If the record was changed meanwhile, it is not updated.',
	},
	addTags: {
		displayName: 'Add Tags',
		name: 'addTags',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the mapped tags to those that the record has. Otherwise they replace all of them.',
	},
	organisationName: {
		displayName: 'Organisation Name',
		name: 'organisationName',
		type: 'string',
		default: '',
		description:
			'Name of the organisation that the record belongs to. If there is none with that name, it is created. Ignored if an organisation is mapped.',
	},
	knownId,
	notChangedSince,
	otherwiseMatchOn: otherwiseMatchOn(fieldName),
	skipIfUnchanged,
};
