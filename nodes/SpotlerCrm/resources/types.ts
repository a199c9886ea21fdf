import { json } from '../../shared/fields/define';
import type { Field } from '../../shared/fields/types';

/** A record type of the API, one row of the vendor's own list, and what its records are known to look like. */
export interface RecordType {
	/** Value in the Resource list. */
	value: string;
	/** Singular, as users know it. */
	name: string;
	/** Plural, as users know it. */
	plural: string;
	/** Object name in the API's addresses. Absent for custom objects: there the user gives it. */
	object?: string;
	/** Fields that together name a record in lists; the first ones that have a value count. */
	titleKeys: readonly string[];
	/** Field that tells apart, in lists, what has the same title. */
	emailKey?: string;
	/** Field that Create or Update matches on unless told otherwise. */
	matchKey?: string;
	/** Known fields. The list is never complete: the account's data dictionary is the authority. */
	fields: readonly Field[];
	/** Field with the moment of creation; absent where live records had none. */
	createdKey?: string;
	/** Field with the moment of the last change; absent where live records had none. */
	changedKey?: string;
	/** Record types whose lines can be had inline (`lines=true`). */
	hasLines?: boolean;
}

/** What the user sees of a record in lists: its title fields, or its ID if they are all empty. */
export function titleOf(type: RecordType, record: Readonly<Record<string, unknown>>): string {
	const title = type.titleKeys
		.map((key) => record[key])
		.filter((part) => part !== null && part !== undefined && part !== '')
		.map(String)
		.join(' ');
	return title || `${type.name} ${String(record.id)}`;
}

/** What comes out for a record: flags come as 1 and 0, and opportunities can carry their lines. */
export const outputOf = ({ fields, hasLines }: RecordType): Field[] => [
	...fields.map(
		(field): Field => (field.kind === 'boolean' ? { ...field, kind: 'integer' } : field),
	),
	...(hasLines ? [json('lines', { isList: true })] : []),
];
