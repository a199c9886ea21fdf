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

/** What a record is found by, what comes before that, and what after it. */
export interface Matches extends Match {
	/** Its ID, where the user knows it. */
	knownId?: string;
	/** For records that have no value in the field to match on. */
	otherwise?: Match;
}

/** What a record is found by, and the values of the item with the match value as it is searched for. */
export interface RequiredMatch extends Matches {
	values: IDataObject;
}

/** Name of the option with a second field to match on. */
export const OTHERWISE = 'otherwiseMatchOn';

/** Name of the option with the ID of the record, where the user knows it. */
export const KNOWN_ID = 'knownId';

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
	const second = plainText(value) === '' ? otherwiseField(item) : '';
	return second === ''
		? matchKeyOf(collection, field, value)
		: matchKeyOf(collection, second, mappedValues(item, 'fields', fields)[second]);
}

/** The field that a record is found by if it is not found by the one to match on; empty if the user wants none. */
const otherwiseField = (item: ItemContext): string =>
	plainText(item.collection('options')[OTHERWISE]);

/** The same for a value that is known already. */
export const matchKeyOf = (collection: string, field: string, value: unknown): string =>
	`${collection} ${field} ${plainText(value).toLowerCase()}`;

/**
 * The field to match on with its checked value, and the second one where the user has chosen one. Blanks around a value
 * are no part of it: not in the search, and not in what is stored.
 * @param fields known fields; others are called what the form calls them
 * @throws NodeOperationError when there is nothing to match on: every run would create another record.
 */
export function requiredMatch(
	item: ItemContext,
	fields: readonly Field[],
	field: string,
	given: IDataObject,
): RequiredMatch {
	const second = otherwiseField(item);
	const values = withoutBlanks(given, [field, second]);
	const first = matchIn(values, field);
	const otherwise = second === field ? undefined : matchIn(values, second);
	const known = knownId(item);
	if (first) return { ...first, values, ...known, ...(otherwise ? { otherwise } : {}) };
	if (otherwise) return { ...otherwise, values, ...known };
	throw item.refuse(
		field === ''
			? 'The field to match on is missing'
			: `The field to match on, ${withLabel(item, fields, field)}, is empty`,
		'Choose a field to match on and give it a value in every item. Without one, a new record would be created each time.',
	);
}

function knownId(item: ItemContext): Pick<Matches, 'knownId'> {
	const given = plainText(item.collection('options')[KNOWN_ID]);
	if (given === '') return {};
	if (/^\d{1,18}$/.test(given)) return { knownId: given };
	throw item.refuse(
		`"${given.slice(0, 60)}" in Record ID If Known is not an ID`,
		'Give a whole number, such as 123456789, or leave it empty.',
	);
}

function withoutBlanks(values: IDataObject, names: readonly string[]): IDataObject {
	const texts = names.filter((name) => typeof values[name] === 'string');
	return { ...values, ...Object.fromEntries(texts.map((name) => [name, plainText(values[name])])) };
}

function matchIn(values: IDataObject, field: string): Match | undefined {
	const value = values[field];
	if (field === '' || plainText(value) === '') return undefined;
	return { field, value: typeof value === 'number' ? value : plainText(value) };
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
