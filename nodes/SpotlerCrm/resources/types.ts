import { json } from '../../shared/fields/define';
import type { Field } from '../../shared/fields/types';
import type { FormReader } from '../../shared/form/formReader';
import { namedObject } from '../api/objectName';

/** What can be done with records, by the name of the operation. */
export type RecordVerb =
	| 'create'
	| 'delete'
	| 'download'
	| 'get'
	| 'getMany'
	| 'update'
	| 'upload'
	| 'upsert';

/** A record type of the API, one row of the vendor's own list, and what its records are known to look like. */
export interface RecordType {
	/** Value in the Resource list. */
	value: string;
	/** Singular, as users know it. */
	name: string;
	/** Singular within a sentence; default: `name` in lower case. */
	singular?: string;
	/** Plural, as users know it. */
	plural: string;
	/** Object name in the API's addresses. */
	object: string;
	/** Custom objects: the user names the object, and `object` only stands for that name. */
	isNamedByUser?: boolean;
	/** What the API offers. Default: everything that is possible without files. */
	verbs?: readonly RecordVerb[];
	/** Records that can only be read: there is nothing to write, and nothing that a trigger would report. */
	isReadOnly?: boolean;
	/** Fields that together name a record in lists; the first ones that have a value count. */
	titleKeys: readonly string[];
	/** Field that tells apart, in lists, what has the same title. */
	emailKey?: string;
	/** Field that Create or Update matches on unless told otherwise. */
	matchKey?: string;
	/** One of the few types that nearly every account works with: forms name its locator after it. */
	isCore?: boolean;
	/** Fields that nearly everybody fills in: forms show them at once, besides what a new record needs. */
	shown?: readonly string[];
	/** A record that it belongs to and that Create or Update can name: found by its name, or created. */
	parentByName?: {
		/** Name of the option that holds the name. */
		option: string;
		/** Field that takes the ID. */
		key: string;
		type: RecordType;
		nameKey: string;
	};
	/** Known fields. The list is never complete: the account's data dictionary is the authority. */
	fields: readonly Field[];
	/** Field with the moment of creation; absent where live records had none. */
	createdKey?: string;
	/** Field with the moment of the last change; absent where live records had none. */
	changedKey?: string;
	/** Field that says how far a record has got, for the event *Stage Changed*. */
	stageKey?: string;
	/** Whether lines can be had inside the record (`lines=true`). */
	hasLines?: boolean;
}

/**
 * The object that a form works on: its type's, or the one that the user names.
 * @throws NodeOperationError for a name that cannot be one
 */
export const objectOf = (form: FormReader, { isNamedByUser, object }: RecordType): string =>
	isNamedByUser ? namedObject(form) : object;

/** The type's name within a sentence. */
export const singularOf = ({ name, singular }: RecordType): string =>
	singular ?? name.toLowerCase();

/** What comes out for a record: flags come as 1 and 0, and opportunities can carry their lines. */
export const outputOf = ({ fields, hasLines }: RecordType): Field[] => [
	...fields.map(
		(field): Field => (field.kind === 'boolean' ? { ...field, kind: 'integer' } : field),
	),
	...(hasLines ? [json('lines', { isList: true })] : []),
];
