import type { INodeProperties } from 'n8n-workflow';

/** A filter builder: a row for each condition, made of a field, how it is compared, and with what. */
export const filterConditions = (
	description: string,
	condition: INodeProperties[],
): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Condition',
	default: {},
	description,
	options: [{ displayName: 'Condition', name: 'conditions', values: condition }],
});
