/** One comparison of the query language. */
export interface Comparison {
	value: string;
	name: string;
	/** The API's operator; equality has none. */
	operator?: `$${string}`;
	/** What the comparison needs. Default: one value. */
	takes?: 'several' | 'range';
	description: string;
}

/** All twelve operators (API v4 page), plus plain equality; `$or` is how conditions are combined. In order of name. */
export const COMPARISONS: readonly Comparison[] = [
	{
		value: 'between',
		name: 'Between',
		operator: '$bt',
		takes: 'range',
		description: 'Both ends count',
	},
	{ value: 'contains', name: 'Contains', operator: '$con', description: 'The text is part of it' },
	{ value: 'endsWith', name: 'Ends With', operator: '$ew', description: 'The text is its end' },
	{ value: 'equals', name: 'Equals', description: 'Exactly this value' },
	{
		value: 'greaterThan',
		name: 'Greater Than',
		operator: '$gt',
		description: 'More or later than this',
	},
	{
		value: 'greaterThanOrEqual',
		name: 'Greater Than or Equal',
		operator: '$gte',
		description: 'At least this, or from this moment on',
	},
	{
		value: 'lessThan',
		name: 'Less Than',
		operator: '$lt',
		description: 'Less or earlier than this',
	},
	{
		value: 'lessThanOrEqual',
		name: 'Less Than or Equal',
		operator: '$lte',
		description: 'At most this, or up to this moment',
	},
	{
		value: 'notEquals',
		name: 'Not Equals',
		operator: '$not',
		description: 'Anything but this value',
	},
	{
		value: 'notOneOf',
		name: 'Not One Of',
		operator: '$nin',
		takes: 'several',
		description: 'None of these values',
	},
	{
		value: 'oneOf',
		name: 'One Of',
		operator: '$in',
		takes: 'several',
		description: 'Any of these values',
	},
	{
		value: 'startsWith',
		name: 'Starts With',
		operator: '$sw',
		description: 'The text is its beginning',
	},
];

/** Comparisons whose value is a part of a text, whatever the field holds. */
export const TEXT_OPERATORS: readonly string[] = ['$con', '$ew', '$sw'];

const valuesOf = (takes: Comparison['takes']): string[] =>
	COMPARISONS.filter((one) => one.takes === takes).map(({ value }) => value);

/** Comparisons by what they take, for the form. */
export const SINGLE_VALUE = valuesOf(undefined);
export const SEVERAL_VALUES = valuesOf('several');
export const RANGE = valuesOf('range');
