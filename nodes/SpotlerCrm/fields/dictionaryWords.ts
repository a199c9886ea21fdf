import type { Field, FieldKind } from '../../shared/fields/types';

/**
 * The words of the dictionary for types are not documented. The first row of each kind are the names of the types that
 * users can make (vendor's help centre); the rest are what databases and forms usually call the same. Whole names count,
 * never parts of words: a "Phone Number" is no number, and a "Mandate" no date.
 */
const NAMES: Partial<Record<FieldKind, readonly string[]>> = {
	boolean: [
		...['checkbox'],
		...[
			'bool',
			'boolean',
			'check',
			'flag',
			'tick',
			'tick box',
			'yes no',
			'yes or no',
			'true false',
		],
	],
	date: ['date'],
	dateTime: ['date time', 'date and time', 'timestamp'],
	decimal: [
		...['number', 'currency', 'percent'],
		...['numeric', 'decimal', 'float', 'double', 'double precision', 'real', 'money', 'percentage'],
	],
	integer: [
		...['int', 'integer', 'big int', 'small int', 'tiny int', 'medium int', 'whole number'],
		...['id', 'foreign key', 'reference'],
	],
	choice: [
		...['lookup', 'lookup list', 'list', 'list value', 'drop down', 'drop down list', 'pick list'],
		...['select', 'select list', 'single select', 'enum', 'option', 'options', 'choice', 'choices'],
		...['radio', 'radio button', 'radio buttons'],
	],
	choices: [
		...['multi select', 'multi select list', 'multi value', 'multi lookup', 'multi pick list'],
		...['multi choice', 'multiple choice', 'multi drop down', 'checkbox list'],
	],
};

/** Words that say nothing about what a field holds. */
const FILLERS = ['field', 'type', 'value', 'column', 'input', 'signed', 'unsigned'];

const plain = (name: string): string =>
	name
		.toLowerCase()
		.replace(/\(.*?\)/g, '')
		.split(/[^a-z]+/)
		.filter((word) => !FILLERS.includes(word))
		.join('');

const KINDS = new Map(
	Object.entries(NAMES).flatMap(([kind, names]) =>
		names.map((name) => [plain(name), kind as FieldKind] as const),
	),
);

/** What a field of this type holds; text where the name says nothing else. */
export function readTypeName(name: string): Pick<Field, 'kind' | 'isPercent'> {
	const kind = KINDS.get(plain(name)) ?? 'text';
	return /^percent(age)?$/.test(plain(name)) ? { kind, isPercent: true } : { kind };
}
