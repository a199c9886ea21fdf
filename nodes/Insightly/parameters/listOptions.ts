import type { INodeProperties } from 'n8n-workflow';

import { listParameters, simplifyParameter } from '../../shared/description/common';
import { recordTypes, typesWith } from '../resources/recordTypes';
import { isSimplified, type RecordType } from '../resources/types';
import { fieldName, fieldValue } from './filters';
import { byNameThenValue, collection, optionsOf } from './options';

/** Shows an entry of a collection for some record types only. */
const onlyFor = (types: readonly RecordType[]): INodeProperties['displayOptions'] => ({
	show: { '/resource': types.map(({ value }) => value) },
});

const tag: INodeProperties = {
	displayName: 'Tag',
	name: 'tag',
	type: 'string',
	default: '',
	placeholder: 'e.g. VIP',
	displayOptions: onlyFor(typesWith('tags')),
	description: 'Only records with this tag. Cannot be combined with the other filters.',
};

const updatedSince: INodeProperties = {
	displayName: 'Updated Since',
	name: 'updatedSince',
	type: 'dateTime',
	default: '',
	description: 'Only records that were created or changed at this moment or later',
};

const brief: INodeProperties = {
	displayName: 'Brief',
	name: 'brief',
	type: 'boolean',
	default: false,
	displayOptions: onlyFor(recordTypes.filter(({ listing }) => listing === undefined)),
	description:
		'Whether to leave out custom fields, tags, links and dates. Faster for records that have many of them.',
};

const skip: INodeProperties = {
	displayName: 'Skip',
	name: 'skip',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'How many records to pass over first, counted from the oldest',
};

const filters = (...options: INodeProperties[]): INodeProperties =>
	collection('Filters', 'filters', 'Add Filter', options);

const includeConverted: INodeProperties = {
	displayName: 'Include Converted',
	name: 'includeConverted',
	type: 'boolean',
	default: false,
	displayOptions: { show: { '/resource': ['leadStatus'] } },
	description: 'Whether to list the status of converted leads as well',
};

const followedType: INodeProperties = {
	displayName: 'Record Type',
	name: 'recordType',
	type: 'options',
	options: typesWith('follow')
		.map(({ name, path }) => ({ name, value: path.slice(1).toLowerCase() }))
		.sort(byNameThenValue),
	default: 'contacts',
	displayOptions: { show: { '/resource': ['follow'] } },
	description: 'Only followed records of this type',
};

/** These lists have no room for it outside of the options. */
const simplifyBelow: INodeProperties = {
	...simplifyParameter,
	displayOptions: onlyFor(recordTypes.filter(isSimplified)),
};

/** Lists, their filters and their options. */
export const listPool = {
	...listParameters,
	filters: filters(fieldName, fieldValue, tag, updatedSince),
	allFilters: filters(brief, fieldName, fieldValue, skip, updatedSince),
	optionsOfParent: optionsOf(brief, simplifyBelow, skip, updatedSince),
	listOptions: optionsOf(brief, includeConverted, followedType, skip),
};
