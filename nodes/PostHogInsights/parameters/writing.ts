import type { INodeProperties } from 'n8n-workflow';

import type { OptionPool } from '../../shared/description/options';
import { collection } from './collection';

const query: INodeProperties = {
	displayName: 'Query',
	name: 'query',
	type: 'json',
	// An empty text would be marked as not being JSON as soon as the form opens.
	default: '{}',
	placeholder:
		'e.g. {"kind": "TrendsQuery", "series": [{"kind": "EventsNode", "event": "sign_up"}]}',
	description:
		'What the insight shows, as PostHog describes it: open an insight in PostHog and choose View Source',
};

const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
};

const others: INodeProperties[] = [
	{
		displayName: 'Dashboard IDs',
		name: 'dashboards',
		type: 'string',
		default: '',
		placeholder: 'e.g. 3, 17',
		description: 'Dashboards that the insight is on, separated by commas. Replaces the whole list.',
	},
	{
		displayName: 'Derived Name',
		name: 'derived_name',
		type: 'string',
		default: '',
		description: 'Shown when there is no name',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
	},
	{
		displayName: 'Favorite',
		name: 'favorited',
		type: 'boolean',
		default: true,
		description: 'Whether the insight is marked as a favorite',
	},
	{
		displayName: 'Order',
		name: 'order',
		type: 'number',
		default: 0,
		description: 'Place among other insights',
	},
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		default: '',
		placeholder: 'e.g. weekly, growth',
		description: 'Tags, separated by commas. Replaces the whole list; empty removes all.',
	},
];

const folder: INodeProperties = {
	displayName: 'Folder',
	name: '_create_in_folder',
	type: 'string',
	default: '',
	placeholder: 'e.g. Marketing/Reports',
	description: 'Where PostHog files the new insight',
};

const saved: INodeProperties = {
	displayName: 'Saved',
	name: 'saved',
	type: 'boolean',
	default: true,
	description: 'Whether the insight appears in the list of saved insights',
};

export const createName = name;
export const createQuery = query;

export const createFields = collection([...others, folder, saved], {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	placeholder: 'Add Field',
});

/** Every change makes an insight a saved one, so that Saved is not offered here. */
export const updateFields = collection([...others, name, query], {
	displayName: 'Update Fields',
	name: 'updateFields',
	placeholder: 'Add Field',
});

export const writeOptions: OptionPool = {
	wrapQuery: {
		displayName: 'Wrap Query',
		name: 'wrapQuery',
		type: 'boolean',
		default: true,
		description:
			"Whether to put a bare query into the wrapper that PostHog's pages need to show it. A query that has one stays as it is.",
	},
};

/** What can be said of a shared insight and its passwords. */
export const sharingOptions: OptionPool = {
	passwordRequired: {
		displayName: 'Password Required',
		name: 'passwordRequired',
		type: 'boolean',
		default: false,
		description: 'Whether visitors need a password. Depends on your PostHog plan.',
	},
	settings: {
		displayName: 'Settings',
		name: 'settings',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"legend": true}',
		description: 'How the shared page looks, as JSON. PostHog drops what it does not know.',
	},
	note: {
		displayName: 'Note',
		name: 'note',
		type: 'string',
		default: '',
		description: 'What the password is for, at most 100 characters',
	},
	password: {
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'At least 8 characters. Empty: PostHog makes one up and shows it once.',
	},
};
