import type { INodeProperties } from 'n8n-workflow';

/** What a trigger watches: one of the record types that it can. */
export const watchedParameter = (
	types: ReadonlyArray<{ name: string; value: string }>,
	preferred: string,
): INodeProperties => ({
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: types
		.map(({ name, value }) => ({ name, value }))
		.sort((a, b) => a.name.localeCompare(b.name)),
	default: preferred,
	description: 'What to watch',
});

/** What a trigger reports, the same words for every service. */
export const eventParameter: INodeProperties = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Created',
			value: 'created',
			description: 'A record is new',
		},
		{
			name: 'Created or Updated',
			value: 'createdOrUpdated',
			description: 'A record is new or was changed',
		},
		{
			name: 'Updated',
			value: 'updated',
			description: 'A record that was there before was changed',
		},
	],
	default: 'createdOrUpdated',
};

/** Options that every trigger has, together with the service's own ones. */
export const triggerOptions = (own: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Changes Since',
			name: 'backlogSince',
			type: 'dateTime' as const,
			default: '',
			description:
				'Also report what changed from this moment until the workflow was activated. Without it, only later changes are reported.',
		},
		...own,
		{
			displayName: 'Most Records per Run',
			name: 'maxRows',
			type: 'number' as const,
			typeOptions: { minValue: 1 },
			default: 500,
			description:
				'How many records one run of the workflow gets at most. The rest follows with the next polls; nothing is lost.',
		},
	].sort((a, b) => a.displayName.localeCompare(b.displayName)) as INodeProperties[],
});
