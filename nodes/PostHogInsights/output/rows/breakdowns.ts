import { isObject } from '../../../shared/request/rows';
import type { Cell } from './values';

export const NONE = '(none)';

/**
 * What PostHog writes in place of a breakdown's value, in values and within labels. The numbers stand for the same where
 * the breakdown is numeric: the two largest that its pages can hold (PostHog's breakdown constants).
 */
const PLACEHOLDERS: ReadonlyArray<readonly [placeholder: string, words: string]> = [
	['$$_posthog_breakdown_other_$$', 'Other'],
	['$$_posthog_breakdown_null_$$', NONE],
	['9007199254740991', 'Other'],
	['9007199254740990', NONE],
];

/** A text with words in place of PostHog's placeholders. */
export const inWords = (text: string): string =>
	PLACEHOLDERS.reduce(
		(result, [placeholder, words]) => result.split(placeholder).join(words),
		text,
	);

/** One breakdown value: a list of one is that one, a list of several one text. */
export function breakdownValue(value: unknown): Cell {
	if (typeof value === 'string' || typeof value === 'number') {
		const words = inWords(String(value));
		return words === String(value) ? value : words;
	}
	if (!Array.isArray(value) || value.some((one) => isObject(one) || Array.isArray(one))) {
		return (value ?? NONE) as Cell;
	}
	if (value.length === 1) return breakdownValue(value[0]);
	return value.map((one) => String(breakdownValue(one))).join(', ');
}
