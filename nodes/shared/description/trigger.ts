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

/** What can happen to records, the same words for every service. */
const EVENTS = {
	created: { name: 'Created', description: 'A record is new' },
	createdOrUpdated: {
		name: 'Created or Updated',
		description: 'A record is new or was changed',
	},
	deleted: {
		name: 'Deleted',
		description:
			'A record is no longer there, or the user of the credential may no longer see it. Found by comparing lists.',
	},
	stageChanged: {
		name: 'Stage Changed',
		description: 'A record moved to another stage. With the stage before.',
	},
	updated: { name: 'Updated', description: 'A record that was there before was changed' },
} as const;

/** What a trigger can report of records. */
export type RecordEvent = keyof typeof EVENTS;

const PREFERRED_EVENT: RecordEvent = 'createdOrUpdated';

/** One Event list per set of events that types of records have in common. */
export function eventParameters<T extends { value: string }>(
	types: readonly T[],
	eventsOf: (type: T) => readonly RecordEvent[],
): INodeProperties[] {
	const sets = new Map<string, string[]>();
	for (const type of types) {
		const key = [...eventsOf(type)].sort().join();
		sets.set(key, [...(sets.get(key) ?? []), type.value]);
	}
	return [...sets].map(([key, values]) => eventParameter(key.split(',') as RecordEvent[], values));
}

function eventParameter(events: RecordEvent[], resources: string[]): INodeProperties {
	const parameter: INodeProperties = {
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: resources } },
		options: events.map((value) => ({ ...EVENTS[value], value })),
		default: PREFERRED_EVENT,
	};
	return events.includes(PREFERRED_EVENT) ? parameter : { ...parameter, default: events[0] };
}

/** Only changes of certain fields, from a list that `loadOptionsMethod` loads. */
export const fieldsToWatch = (loadOptionsMethod: string, dependsOn: string[]): INodeProperties => ({
	displayName: 'Fields to Watch',
	name: 'watchedFields',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod, loadOptionsDependsOn: dependsOn },
	displayOptions: { show: { '/event': ['createdOrUpdated', 'updated'] } },
	default: [],
	description:
		'Only report a change if one of these fields has changed. Items then carry changedFields and previous. Remembers up to 20,000 records. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

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
				'Also report what changed from this moment until the workflow was activated. Set or changed later, the trigger goes back to this moment once, and reports again what it had reported since.',
			displayOptions: { hide: { '/event': ['deleted'] } },
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
