import { isEmpty } from '../fields/blank';
import type { Field, FieldKind } from '../fields/types';

type Compare = (found: unknown, wanted: unknown) => boolean;

/**
 * Whether a record's field already has the value that would be written, each in the service's own spelling. In doubt it
 * has not: then the value is written once more than needed.
 * @param field what is known of the field; without it, values are compared as text
 */
export function isSameValue(field: Field | undefined, found: unknown, wanted: unknown): boolean {
	if (isEmpty(wanted) || isEmpty(found)) return isNothing(wanted) && isNothing(found);
	return COMPARISONS[field?.kind ?? 'text'](found, wanted);
}

/** A switch that was never touched is off. */
const isNothing = (value: unknown): boolean => isEmpty(value) || value === false;

const sameText: Compare = (found, wanted) => {
	const [there, given] = [found, wanted].map((value) => String(value).replace(/\r\n?/g, '\n'));
	// Services cut off blanks around a text; what they kept would differ for ever.
	return there === given || there === given.trim();
};

const sameNumber: Compare = (found, wanted) => Number(found) === Number(wanted);

const sameFlag: Compare = (found, wanted) => isOn(found) === isOn(wanted);

const isOn = (value: unknown): boolean =>
	[true, 1, '1', 'true', 'yes'].includes(
		typeof value === 'string' ? value.trim().toLowerCase() : (value as boolean | number),
	);

const sameDay: Compare = (found, wanted) =>
	String(found).slice(0, 10) === String(wanted).slice(0, 10);

/** `2026-01-31T14:30:00.000Z` and `2026-01-31 14:30:00` are one moment in the spelling of one service. */
const momentText = (value: unknown): string =>
	String(value)
		.trim()
		.replace(/^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?Z?$/i, '$1 $2');

const sameMoment: Compare = (found, wanted) => momentText(found) === momentText(wanted);

const sameChoice: Compare = (found, wanted) =>
	String(found).trim().toLowerCase() === String(wanted).trim().toLowerCase();

const parts = (value: unknown): string[] =>
	(Array.isArray(value) ? value.map(String) : String(value).split(';'))
		.map((part) => part.trim().toLowerCase())
		.filter((part) => part !== '')
		.sort();

const sameChoices: Compare = (found, wanted) => parts(found).join(';') === parts(wanted).join(';');

const sameJson: Compare = (found, wanted) => JSON.stringify(found) === JSON.stringify(wanted);

const COMPARISONS: Readonly<Record<FieldKind, Compare>> = {
	text: (found, wanted) =>
		typeof found === 'object' || typeof wanted === 'object'
			? sameJson(found, wanted)
			: sameText(found, wanted),
	integer: sameNumber,
	decimal: sameNumber,
	boolean: sameFlag,
	date: sameDay,
	dateTime: sameMoment,
	choice: sameChoice,
	choices: sameChoices,
	json: sameJson,
};
