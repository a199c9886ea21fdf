import type { IDataObject, ResourceMapperValue } from 'n8n-workflow';

import { mappedValues, schemaFields } from '../fields/mapper';
import type { Field } from '../fields/types';
import type { ItemContext } from '../form/itemContext';

/** The field that Create or Update finds a record by, and the value that the user mapped to it. */
export function rawMatch(
	item: ItemContext,
	fields: readonly Field[],
	fallback = '',
): [field: string, value: unknown] {
	const mapper = item.collection('fields') as Partial<ResourceMapperValue>;
	const field = mapper.matchingColumns?.[0] ?? fallback;
	return [field, mappedValues(item, 'fields', fields)[field]];
}

/**
 * The field to match on with its checked value.
 * @param fields known fields; others are called what the form calls them
 * @throws NodeOperationError when either is missing: every run would create another record.
 */
export function requiredMatch(
	item: ItemContext,
	fields: readonly Field[],
	field: string,
	values: IDataObject,
): { field: string; value: string | number } {
	const value = values[field];
	if (field !== '' && value !== undefined && value !== null && value !== '') {
		return { field, value: typeof value === 'number' ? value : String(value) };
	}
	throw item.refuse(
		field === ''
			? 'The field to match on is missing'
			: `The field to match on, ${withLabel(item, fields, field)}, is empty`,
		'Choose a field to match on and give it a value in every item. Without one, a new record would be created each time.',
	);
}

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
	{ plural, field, value }: { plural: string; field: string; value: string | number },
	ids: readonly string[],
) {
	const more = ids.length > NAMED_MATCHES ? ' and more' : '';
	return item.refuse(
		`Several ${plural} have ${field} "${value}", so nothing was written`,
		`Their IDs are ${ids.slice(0, NAMED_MATCHES).join(', ')}${more}. Merge them in ${service}, match on another field, or update one of them by its ID.`,
	);
}
