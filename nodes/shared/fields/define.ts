import type { Field, FieldChoice } from './types';

/** Details that a row of a field table can add. */
export type FieldDetails = Partial<Omit<Field, 'name' | 'kind'>>;

const UPPER_CASE_WORDS = ['Id', 'Url', 'Utc', 'Sla', 'Html', 'Ip'];

/** `OWNER_USER_ID` or `ownerid` to words for a form: `Owner User ID`. */
export function labelOf(name: string): string {
	return name
		.replace(/__c$/, '')
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.split(/[_\s]+/)
		.filter(Boolean)
		.map((word) => word[0].toUpperCase() + word.slice(1).toLowerCase())
		.map((word) => (UPPER_CASE_WORDS.includes(word) ? word.toUpperCase() : word))
		.join(' ');
}

const row = (name: string, kind: Field['kind'], details: FieldDetails = {}): Field => ({
	name,
	label: labelOf(name),
	kind,
	...details,
});

export const text = (name: string, maxLength?: number, details?: FieldDetails): Field =>
	row(name, 'text', { ...(maxLength ? { maxLength } : {}), ...details });

export const integer = (name: string, details?: FieldDetails): Field =>
	row(name, 'integer', details);

export const decimal = (name: string, details?: FieldDetails): Field =>
	row(name, 'decimal', details);

export const flag = (name: string, details?: FieldDetails): Field => row(name, 'boolean', details);

export const date = (name: string, details?: FieldDetails): Field => row(name, 'date', details);

export const dateTime = (name: string, details?: FieldDetails): Field =>
	row(name, 'dateTime', details);

export const json = (name: string, details?: FieldDetails): Field => row(name, 'json', details);

/** A text or number with known values. Other values pass, unless the row says that the list is closed. */
export const choice = (
	name: string,
	choices: readonly FieldChoice[],
	details?: FieldDetails,
): Field => row(name, 'choice', { choices, ...details });

/** The ID of something in the account, picked from a list that the form loads. */
export const reference = (name: string, list: string, details?: FieldDetails): Field =>
	row(name, 'choice', { list, ...details });

/** KeyedMutex rows into ones that only come back. */
export const readOnly = (...fields: Field[]): Field[] =>
	fields.map((field) => ({ ...field, readOnly: true }));

/** The ID of another record, which forms let people pick by name. */
export const linked = (name: string, refersTo: string, details?: FieldDetails): Field =>
	row(name, 'integer', { refersTo, ...details });

export const required = (field: Field): Field => ({ ...field, required: true });
