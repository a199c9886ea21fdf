import type {
	DisplayCondition,
	INodeProperties,
	INodePropertyOptions,
	NodeParameterValue,
} from 'n8n-workflow';

import type { Operation, Resource } from '../operations/types';

/** Resources that share one Operation list. */
type Sharing = readonly Resource[];

/**
 * The Operation lists of a form: one for each everyday resource, because n8n's node panel makes its rows of them. Others
 * share a list where both say the same of "the record". Few properties matter: n8n walks all of them for every item.
 */
export function operationProperties(resources: readonly Resource[]): INodeProperties[] {
	const lists = new Map<string, Resource[]>();
	for (const resource of resources) {
		const key = resource.isRare ? JSON.stringify(optionsOf([resource, resource])) : resource.value;
		lists.set(key, [...(lists.get(key) ?? []), resource]);
	}
	return [...lists.values()].map(operationProperty);
}

function operationProperty(sharing: Sharing): INodeProperties {
	const { value: fallback } = firstShown(sharing[0].operations);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: sharing.map(whenChosen) } },
		options: optionsOf(sharing),
		default: fallback,
	};
}

/**
 * n8n's node panel has a row for each operation whose list names its resource in so many words, and no search among them
 * for community nodes (*observed*, n8n 2.41.1). A condition that says the same otherwise shows the list in the form only.
 */
const whenChosen = ({ value, isRare }: Resource): NodeParameterValue | DisplayCondition =>
	isRare ? { _cnd: { eq: value } } : value;

/** Which operation a form opens with: one that only reads, if there is any. */
function firstShown(operations: readonly Operation[]): Operation {
	const reads = ['getMany', 'get', 'get.*', 'download.*'].map((name) => new RegExp(`^${name}$`));
	const found = reads.map((name) => operations.find(({ value }) => name.test(value)));
	return found.find((operation) => operation !== undefined) ?? operations[0];
}

const optionsOf = (sharing: Sharing): INodePropertyOptions[] =>
	sharing[0].operations
		.map(({ name, value, action, description }) => ({
			name,
			value,
			...(sharing[0].isRare ? {} : { action }),
			description: sharing.length > 1 ? ofAnyRecord(description, sharing[0]) : description,
		}))
		.sort((a, b) => a.name.localeCompare(b.name));

/** A description that speaks of records in general: `Get one task category` becomes `Get one record`. */
const ofAnyRecord = (description: string, { name, plural }: Resource): string =>
	[
		...(plural ? [[plural, 'records']] : []),
		[`${name.toLowerCase()}s`, 'records'],
		[name.toLowerCase(), 'record'],
	].reduce(
		(text, [word, instead]) => text.replace(new RegExp(`\\b${word}\\b`, 'g'), instead),
		description,
	);
