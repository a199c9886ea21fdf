import type { IDataObject } from 'n8n-workflow';

import { mappedValues, schemaFields } from '../fields/mapper';
import type { Field } from '../fields/types';
import type { ItemContext } from '../form/itemContext';

/** What a record is found by: a field, the value that it has to have, and the field's name in the form. */
export interface Match {
	field: string;
	value: string | number;
	label?: string;
}

/** What a record is found by, and the values of the item with the match value as it is searched for. */
export interface RequiredMatch extends Match {
	values: IDataObject;
}

/** The field that Create or Update finds a record by, and the value that the user mapped to it. */
export function rawMatch(
	item: ItemContext,
	fields: readonly Field[],
	fallback = '',
): [field: string, value: unknown] {
	const field = item.mapper('fields').matchingColumns?.[0] ?? fallback;
	return [field, mappedValues(item, 'fields', fields)[field]];
}

/**
 * Names the value that an item looks for, for the keyed mutex: items with the same value follow one another.
 * @param collection names the kind of record within the account
 */
export function matchMutexKey(
	item: ItemContext,
	collection: string,
	fields: readonly Field[],
	fallback = '',
): string {
	const [field, value] = rawMatch(item, fields, fallback);
	return matchKeyOf(collection, field, value);
}

/** The same for a value that is known already. */
export const matchKeyOf = (collection: string, field: string, value: unknown): string =>
	`${collection} ${field} ${plainText(value).toLowerCase()}`;

/**
 * The field to match on with its checked value. Blanks around it are no part of it: not in the search, and not in what
 * is stored.
 * @param fields known fields; others are called what the form calls them
 * @throws NodeOperationError when either is missing: every run would create another record.
 */
export function requiredMatch(
	item: ItemContext,
	fields: readonly Field[],
	field: string,
	values: IDataObject,
): RequiredMatch {
	const given = values[field];
	const value = typeof given === 'number' ? given : plainText(given);
	if (field !== '' && value !== '') {
		const isText = typeof given === 'string';
		return { field, value, values: isText ? { ...values, [field]: value } : values };
	}
	throw item.refuse(
		field === ''
			? 'The field to match on is missing'
			: `The field to match on, ${withLabel(item, fields, field)}, is empty`,
		'Choose a field to match on and give it a value in every item. Without one, a new record would be created each time.',
	);
}

/** A value as text without blanks around it; nothing for null. */
export const plainText = (value: unknown): string =>
	value === null || value === undefined ? '' : String(value).trim();

/** Whether a record's value is the one that was looked for. Letter case and blanks around it do not count. */
export function isSameText(found: unknown, wanted: unknown): boolean {
	if (plainText(found) === '') return plainText(wanted) === '';
	if (typeof found === 'number' || typeof wanted === 'number') {
		return Number(found) === Number(wanted);
	}
	return comparable(found) === comparable(wanted);
}

/** Text without accents: what a search finds that is generous with them. */
export const foldedText = (value: unknown): string =>
	comparable(value).normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ');

/** Moments are the same whether a `T` or a blank divides them. */
const comparable = (value: unknown): string =>
	plainText(value)
		.toLowerCase()
		.replace(/^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d:\d\d)(?:\.0+)?z?$/, '$1 $2');

/** A field as the form names it, with the name that the list of fields to match on shows. */
function withLabel(item: ItemContext, fields: readonly Field[], name: string): string {
	const label =
		schemaFields(item, 'fields').find(({ id }) => id === name)?.displayName ??
		fields.find((field) => field.name === name)?.label;
	return label === undefined || label === name ? name : `${label} (${name})`;
}

/** More matches than this are not worth naming. */
export const NAMED_MATCHES = 20;

/** An error that names the records that match: which one was meant is not for us to guess. */
export function severalMatches(
	item: ItemContext,
	service: string,
	{ plural, field, value, label = field }: Match & { plural: string },
	ids: readonly string[],
) {
	const more = ids.length > NAMED_MATCHES ? ' and more' : '';
	return item.refuse(
		`Several ${plural} have ${label} "${value}", so nothing was written`,
		`Their IDs are ${ids.slice(0, NAMED_MATCHES).join(', ')}${more}. Merge them in ${service}, match on another field, or update one of them by its ID.`,
	);
}
