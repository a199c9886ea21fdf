import type { INodeProperties } from 'n8n-workflow';

import { notChangedSince, skipIfUnchanged } from '../../shared/description/writeOptions';
import { recordTypes, typesWith } from '../resources/recordTypes';
import { optionsOf } from './options';

const ifMatch: INodeProperties = {
	displayName: 'Only If ETag Matches',
	name: 'ifMatch',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.ETag }}',
	description:
		'The ETag of the record when you read it (Get returns it). If the record was changed meanwhile, it is not updated.',
};

const addTags: INodeProperties = {
	displayName: 'Add Tags',
	name: 'addTags',
	type: 'boolean',
	default: false,
	displayOptions: { show: { '/resource': typesWith('tags').map(({ value }) => value) } },
	description:
		'Whether to add the mapped tags to those that the record has. Otherwise they replace all of them.',
};

const organisationName: INodeProperties = {
	displayName: 'Organisation Name',
	name: 'organisationName',
	type: 'string',
	default: '',
	displayOptions: {
		show: {
			'/resource': recordTypes
				.filter(({ parentByName }) => parentByName?.option === 'organisationName')
				.map(({ value }) => value),
		},
	},
	description:
		'The organisation that it belongs to, by its name. If there is none of that name, it is created. Not used where an organisation is mapped.',
};

/** Options of the operations that write to a record which may be there already. */
export const writePool = {
	updateOptions: optionsOf(addTags, ifMatch, notChangedSince, skipIfUnchanged),
	upsertOptions: optionsOf(addTags, notChangedSince, organisationName, skipIfUnchanged),
};
