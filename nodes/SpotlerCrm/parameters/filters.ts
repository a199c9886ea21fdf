import type { INodeProperties } from 'n8n-workflow';

import { filterConditions } from '../../shared/description/filters';
import { COMPARISONS, RANGE, SEVERAL_VALUES, SINGLE_VALUE } from '../api/queryOperators';
import { fieldName } from './locators';

const operator: INodeProperties = {
	displayName: 'Operator',
	name: 'operator',
	type: 'options',
	options: COMPARISONS.map(({ name, value, description }) => ({ name, value, description })),
	default: 'equals',
};

/** The values of a field's lookup list, or anything that is typed in. */
const value: INodeProperties = {
	displayName: 'Value',
	name: 'value',
	type: 'resourceLocator',
	default: { mode: 'value', value: '' },
	description: 'What to compare with',
	displayOptions: { show: { operator: SINGLE_VALUE } },
	modes: [
		{
			displayName: 'Value',
			name: 'value',
			type: 'string',
			placeholder: 'e.g. Customer',
		},
		{
			displayName: 'From Lookup List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchLookupValues', searchable: true },
		},
	],
};

const values: INodeProperties = {
	displayName: 'Values',
	name: 'values',
	type: 'string',
	default: '',
	placeholder: 'e.g. Customer, Prospect',
	description:
		'The values to compare with, separated by commas. An expression can also give a list.',
	displayOptions: { show: { operator: SEVERAL_VALUES } },
};

const rangeEnd = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description: 'This value counts as well',
	displayOptions: { show: { operator: RANGE } },
});

/** A row of the filter builder: all twelve operators of the query language. */
export const condition: INodeProperties[] = [
	fieldName,
	operator,
	value,
	values,
	rangeEnd('from', 'From'),
	rangeEnd('to', 'To'),
];

/** The filters of Get Many. */
export const listFilters = filterConditions(
	'Only records that meet these conditions. Without any, all records are returned.',
	condition,
);
