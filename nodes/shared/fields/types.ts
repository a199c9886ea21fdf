/** What a field holds, as far as a form, a check before sending, and an output schema need to know. */
export type FieldKind =
	| 'text'
	| 'integer'
	| 'decimal'
	| 'boolean'
	/** A day, without a time of day. */
	| 'date'
	/** A moment. */
	| 'dateTime'
	/** One of `choices`, or of the list that the form loads under the name `list`. */
	| 'choice'
	/** Several of them. */
	| 'choices'
	/** Anything nested: an object or an array. */
	| 'json';

export interface FieldChoice {
	name: string;
	value: string | number;
}

/** One field of a record, as a row of its resource's table. */
export interface Field {
	/** The API's own name. */
	name: string;
	/** Name in forms; made from the API's name where the row gives none. */
	label: string;
	kind: FieldKind;
	/** A number that people write with a percent sign. */
	isPercent?: boolean;
	/** Longest text that the API takes. */
	maxLength?: number;
	/** Holds one e-mail address, which is looked at before it is sent. */
	isEmail?: boolean;
	/** Has to be there when a record is created. */
	required?: boolean;
	/** Never sent; only comes back. */
	readOnly?: boolean;
	/** Values that are known; see `closed`. */
	choices?: readonly FieldChoice[];
	/** Whether a value outside `choices` is refused before sending; only where the API's own list is certain. */
	closed?: boolean;
	/** Name of a list in the account whose entries can be picked (users, categories). */
	list?: string;
	/** Value of the record type whose ID it holds: forms let it be picked by name. */
	refersTo?: string;
	/** Comes back as a list of such values. */
	isList?: boolean;
	/** Belongs to the account, not to the API. */
	custom?: boolean;
	/** Sent when a record is created / changed. Default: both, unless read-only. */
	in?: 'create' | 'update';
}
