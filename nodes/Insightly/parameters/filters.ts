import type { INodeProperties } from 'n8n-workflow';

import { filterConditions } from '../../shared/description/filters';
import { EQUALS, SINCE } from '../fields/conditions';
import { DYNAMIC } from './options';

const field = (loadOptionsMethod: string): INodeProperties => ({
	displayName: 'Field Name or ID',
	name: 'field',
	type: 'options',
	typeOptions: {
		loadOptionsMethod,
		loadOptionsDependsOn: ['triggerOn', 'resource', 'customObject.value'],
	},
	default: '',
	description: DYNAMIC,
});

const value: INodeProperties = {
	displayName: 'Value',
	name: 'value',
	type: 'string',
	default: '',
	placeholder: 'e.g. Customer',
	description: 'What to compare with',
};

const equals = { name: 'Equals', value: EQUALS, description: 'Exactly this value, or this tag' };

/** What `/Search` and `/SearchByTag` can do. */
const operator: INodeProperties = {
	displayName: 'Operator',
	name: 'operator',
	type: 'options',
	options: [
		equals,
		{
			name: 'Greater Than or Equal',
			value: SINCE,
			description: 'From this moment on; for the date of the last change only',
		},
	],
	default: EQUALS,
};

/** A field of the chosen record type that the API can search. */
export const fieldName = field('getSearchFields');

/** The filters of Get Many. */
export const listFilters = filterConditions(
	'Only records that meet these conditions. The API finds by one field or by one tag, and by the date of the last change.',
	[field('getFilterFields'), operator, value],
);

/** The filters of the trigger, which goes by the date of the last change itself. */
export const triggerFilters = filterConditions(
	'Only records that meet this condition. The API finds by one field and its exact value.',
	[field('getSearchFields'), { ...operator, options: [equals] }, value],
);

/** Lists below a record know no other filter. */
export const updatedSince: INodeProperties = {
	displayName: 'Updated Since',
	name: 'updatedSince',
	type: 'dateTime',
	default: '',
	description: 'Only records that were created or changed at this moment or later',
};
