import type { Sandboxes } from '../../../scripts/start/sandboxes';
import { keyFor } from '../stages';

type Item = Record<string, unknown>;

/** A trigger in a workflow of its own, and the changes that it has to report. */
export interface Stream {
	name: string;
	service: keyof Sandboxes;
	/** Name of the trigger node within the package. */
	type: string;
	parameters: object;
	/** Makes the records that are there before the workflow is switched on. */
	prepare(count: number): void;
	/** Makes one change that must be reported and gives its key; undefined when every record has had its change. */
	change(): string | undefined;
	/** Key of the change that an item reports. */
	keyOf(item: Item): string;
}

/** What a kind of record needs to be created, changed and deleted behind the API's back. */
interface Records {
	insert(text: string): number;
	update?(id: number, text: string): void;
	remove?(id: number): void;
}

type Event = Parameters<typeof keyFor>[0];

/**
 * Each record is changed once: a second change before the first was seen would be one delivery less, and nobody could
 * tell it from a loss.
 */
function changesOf(event: Event, { insert, update, remove }: Records) {
	const pool: number[] = [];
	let isNew = false;
	return {
		prepare: (count: number) => {
			for (let made = 0; made < count; made++) pool.push(insert('r0'));
		},
		change: (): string | undefined => {
			isNew = event === 'created' || (event === 'createdOrUpdated' && !isNew);
			if (isNew) return keyFor(event, insert('r0'), 0);
			const id = pool.shift();
			if (id === undefined) return undefined;
			if (event === 'deleted') remove?.(id);
			else update?.(id, 'r1');
			return keyFor(event, id, 1);
		},
	};
}

const revisionOf = (text: unknown): string => String(text).replace(/^r/, '');

/** Five workflows: triggers of all three services, for created, changed and deleted records. */
export function openStreams({ insightly, spotler, postHog }: Sandboxes): Stream[] {
	const [crm, other, insights] = [
		insightly.sandbox.store,
		spotler.sandbox.store,
		postHog.sandbox.store,
	];
	return [
		{
			name: 'Insightly contacts created or updated',
			service: 'insightly',
			type: 'insightlyTrigger',
			parameters: { resource: 'contact', event: 'createdOrUpdated' },
			...changesOf('createdOrUpdated', {
				insert: (FIRST_NAME) => Number(crm.insert('Contacts', { FIRST_NAME }).CONTACT_ID),
				update: (id, FIRST_NAME) => crm.update('Contacts', id, { FIRST_NAME }),
			}),
			keyOf: ({ CONTACT_ID, FIRST_NAME }) =>
				keyFor('createdOrUpdated', CONTACT_ID, revisionOf(FIRST_NAME)),
		},
		{
			name: 'Insightly leads deleted',
			service: 'insightly',
			type: 'insightlyTrigger',
			parameters: { resource: 'lead', event: 'deleted' },
			...changesOf('deleted', {
				insert: (FIRST_NAME) => Number(crm.insert('Leads', { FIRST_NAME }).LEAD_ID),
				remove: (id) => crm.remove('Leads', id),
			}),
			keyOf: ({ LEAD_ID }) => String(LEAD_ID),
		},
		{
			name: 'Spotler accounts updated',
			service: 'spotler',
			type: 'spotlerCrmTrigger',
			parameters: { resource: 'account', event: 'updated' },
			...changesOf('updated', {
				insert: (name) => Number(other.insert('accounts', { name }).id),
				update: (id, name) => other.update('accounts', id, { name }),
			}),
			keyOf: ({ id, name }) => keyFor('updated', id, revisionOf(name)),
		},
		{
			name: 'Spotler contacts deleted',
			service: 'spotler',
			type: 'spotlerCrmTrigger',
			parameters: { resource: 'contact', event: 'deleted' },
			...changesOf('deleted', {
				insert: (last) => Number(other.insert('contacts', { last }).id),
				remove: (id) => other.remove('contacts', id),
			}),
			keyOf: ({ id }) => String(id),
		},
		{
			name: 'PostHog insights created',
			service: 'postHog',
			type: 'postHogInsightsTrigger',
			parameters: { event: 'insightCreated', project: { __rl: true, mode: 'id', value: '1' } },
			...changesOf('created', { insert: (name) => insights.insert({ name }).id }),
			keyOf: ({ id }) => String(id),
		},
	];
}
