import type { INodeProperties } from 'n8n-workflow';

import type { OptionPool } from './options';

/** Keys of the options that say which fields come out. */
export const OUTPUT_OPTIONS = ['fieldsToReturn', 'fieldsForAgents'];

const fieldsToReturn: INodeProperties = {
	displayName: 'Fields to Return',
	name: 'fieldsToReturn',
	type: 'multiOptions',
	default: [],
	displayOptions: { hide: { '@tool': [true], '/simplify': [false], simplify: [false] } },
	description:
		'Only these fields, empty ones too. None chosen: every field that is not empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** An agent has no list to choose from, and pays for each word of an answer. */
const fieldsForAgents: INodeProperties = {
	displayName: 'Fields to Return',
	name: 'fieldsToReturn',
	type: 'string',
	default: '',
	placeholder: 'e.g. name, email',
	displayOptions: {
		show: { '@tool': [true] },
		hide: { '/simplify': [false], simplify: [false] },
	},
	description:
		'Names of fields, separated by commas. None given: about ten that tell the most, and custom fields.',
};

/**
 * Which fields come out: a list for people, a text for agents.
 * @param list where the list comes from: entries that are known, or a method of the node that loads them
 */
export const outputOptions = (
	list: Pick<INodeProperties, 'options'> | Pick<INodeProperties, 'typeOptions'>,
): OptionPool => ({ fieldsToReturn: { ...fieldsToReturn, ...list }, fieldsForAgents });
