import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** Order of entries in a list. */
export const byNameThenValue = (a: INodePropertyOptions, b: INodePropertyOptions): number =>
	a.name.localeCompare(b.name);

/** What every list that the form loads says about itself; a given ID is just as good. */
export const DYNAMIC =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

/** An entry of one of the account's lists. */
export const accountOption = (
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	default: '',
	required: true,
	description: DYNAMIC,
	...more,
	typeOptions: { loadOptionsMethod, ...more.typeOptions },
});

/** A line of text that has to be there. */
export const requiredString = (
	displayName: string,
	name: string,
	description: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	required: true,
	description,
	...more,
});

/** Fields that a user can add; none is there at first. */
export const collection = (
	displayName: string,
	name: string,
	placeholder: string,
	options: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder,
	default: {},
	options,
});
