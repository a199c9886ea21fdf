import type { INodeProperties } from 'n8n-workflow';

/** Fields that a user can add, in the order of their names; none is there at first. */
export const collection = (
	options: INodeProperties[],
	about: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder'> = {
		displayName: 'Options',
		name: 'options',
		placeholder: 'Add Option',
	},
): INodeProperties => ({
	...about,
	type: 'collection',
	default: {},
	options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});
