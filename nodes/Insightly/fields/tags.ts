import type { IDataObject } from 'n8n-workflow';

import { text } from '../../shared/fields/define';
import { listEntries } from '../../shared/fields/lists';
import type { Field } from '../../shared/fields/types';
import type { ItemContext } from '../../shared/form/itemContext';

/** The field that holds the tags of a record. */
export const TAGS = 'TAGS';

const LONGEST_TAG = 255;

/** Tags in the form of a record: one text, since that is how people type them. */
export const tags = (): Field =>
	text(TAGS, undefined, { label: 'Tags (Comma-Separated, Replace All)', isList: true });

/** Whether a field is the list of tags, which can be searched for by tag only. */
export const isTags = ({ name }: Field): boolean => name === TAGS;

/**
 * Tags as the API wants them, from "a, b", a list of texts (also as JSON text), or the API's own list of objects; each once.
 * @throws NodeOperationError for a tag that is too long.
 */
export function readTags(item: ItemContext, value: unknown): IDataObject[] {
	const names = listEntries(value, /,/)
		.map(tagName)
		.filter((name) => name !== '');
	const tooLong = names.find((name) => name.length > LONGEST_TAG);
	if (tooLong !== undefined) {
		throw item.refuse(
			`The tag "${tooLong.slice(0, 40)}…" is too long`,
			`A tag has at most ${LONGEST_TAG} characters; this one has ${tooLong.length}.`,
		);
	}
	return [...new Set(names)].map((TAG_NAME) => ({ TAG_NAME }));
}

const tagName = (one: unknown): string =>
	typeof one === 'object' && one !== null
		? String((one as IDataObject).TAG_NAME ?? '').trim()
		: String(one);

/** The mapped values of a record without its tags, and the tags by themselves if there are any. */
export function withoutTags(values: IDataObject): { rest: IDataObject; given: unknown } {
	const { [TAGS]: given, ...rest } = values;
	return { rest, given };
}

/** Whether the user wants to keep the tags that a record has. */
export const addsTags = (item: ItemContext): boolean => item.collection('options').addTags === true;

/** The values with the tags that the record has besides its new ones. */
export function withKeptTags(values: IDataObject, { TAGS: present }: IDataObject): IDataObject {
	const { [TAGS]: given } = values;
	if (!Array.isArray(given)) return values;
	const names = [...(Array.isArray(present) ? present : []), ...given].map(tagName);
	const each = new Map(names.map((name) => [name.toLowerCase(), name]));
	return { ...values, [TAGS]: [...each.values()].map((TAG_NAME) => ({ TAG_NAME })) };
}

/** The names of a list of tags as one text, the same for the same tags in any order. */
export const tagText = (list: unknown): string =>
	(Array.isArray(list) ? list : [])
		.map((one) => tagName(one).toLowerCase())
		.sort()
		.join(',');
