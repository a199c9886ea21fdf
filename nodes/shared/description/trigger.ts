import type { INodeProperties } from 'n8n-workflow';

import { ANY_RECORD, watchValue } from '../form/watchForm';

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
		description: 'A record moved to another stage. The item tells the stage before.',
	},
	updated: { name: 'Updated', description: 'A record that was there before was changed' },
} as const;

/** What a trigger can report of records. */
export type RecordEvent = keyof typeof EVENTS;

const PREFERRED_EVENT: RecordEvent = 'createdOrUpdated';

/** Every event by its name in forms. */
export const eventNames = Object.entries(EVENTS).map(([value, { name }]) => ({ name, value }));

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

/** Shows an option for all events but these, whether Event or Trigger On names them. */
export const unlessEvent = (...events: RecordEvent[]): INodeProperties['displayOptions'] => ({
	hide: {
		'/event': events,
		'/triggerOn': events.map((event) => ({ _cnd: { endsWith: `.${event}` } })),
	},
});

/** Only changes of certain fields, from a list that `loadOptionsMethod` loads. */
export const fieldsToWatch = (loadOptionsMethod: string, dependsOn: string[]): INodeProperties => ({
	displayName: 'Fields to Watch',
	name: 'watchedFields',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod, loadOptionsDependsOn: ['triggerOn', ...dependsOn] },
	displayOptions: unlessEvent('created', 'deleted', 'stageChanged'),
	default: [],
	description:
		'Only report a change if one of these fields has changed. Items then carry changedFields and previous. Remembers up to 20,000 records. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
});

/** A record type of which a trigger can be had with one click, and what it can tell of it. */
interface EverydayType {
	name: string;
	value: string;
	events: readonly RecordEvent[];
}

/**
 * What people watch daily, an entry each: n8n's node panel makes its rows of these. The last entry lets the form ask for
 * Resource and Event.
 */
export const triggerOnParameter = (types: readonly EverydayType[]): INodeProperties => ({
	displayName: 'Trigger On',
	name: 'triggerOn',
	type: 'options',
	noDataExpression: true,
	options: [
		...types.flatMap((type) =>
			type.events
				.filter((event) => event !== 'deleted')
				.map((event) => ({
					name: `${type.name} ${EVENTS[event].name}`,
					value: watchValue({ resource: type.value, event }),
					action: `On ${type.name.toLowerCase()} ${EVENTS[event].name.toLowerCase()}`,
					description: EVENTS[event].description,
				})),
		),
		{
			name: 'Any Record Type',
			value: ANY_RECORD,
			action: 'On any other record created or updated',
			description: 'Every other record type, to be picked below',
		},
	],
	default: ANY_RECORD,
	description: 'What starts the workflow',
});

/** Shows a parameter only where Trigger On leaves it open. */
export const whenAnyRecord = (parameter: INodeProperties): INodeProperties => ({
	...parameter,
	displayOptions: {
		...parameter.displayOptions,
		show: { triggerOn: [ANY_RECORD], ...parameter.displayOptions?.show },
	},
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
				'Max number of records per run. The rest follow with the next polls; nothing is lost.',
		},
	].sort((a, b) => a.displayName.localeCompare(b.displayName)) as INodeProperties[],
});
