import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/request/rows';

/** The objects of a list; anything else is left out. */
export const objectsIn = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter(isObject) : [];

export const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A number, or null for anything that is none. */
export const numberOr = (value: unknown): number | null =>
	typeof value === 'number' && Number.isFinite(value) ? value : null;

/** A share between 0 and 1; null when there is nothing to share. */
export function share(part: unknown, whole: unknown): number | null {
	const [a, b] = [numberOr(part), numberOr(whole)];
	return a === null || b === null || b === 0 ? null : a / b;
}

/** Words that PostHog writes in place of a breakdown's value. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
	$$_posthog_breakdown_other_$$: 'Other',
	$$_posthog_breakdown_null_$$: '(none)',
};

/** One breakdown value: a list of one is that one, a list of several one text. */
function breakdownValue(value: unknown): IDataObject['key'] {
	if (Array.isArray(value)) return value.map((one) => String(breakdownValue(one))).join(', ');
	if (typeof value === 'string') return PLACEHOLDERS[value] ?? value;
	return value as IDataObject['key'];
}

/** What tells one series from the others besides its name; keys that do not apply are left out. */
export function dimensions(series: IDataObject): IDataObject {
	const { breakdown_value: breakdown, compare_label: compare, status } = series;
	return {
		...(isGiven(breakdown) ? { breakdown_value: breakdownValue(breakdown) } : {}),
		...(isGiven(compare) ? { compare_label: compare } : {}),
		...(isGiven(status) ? { status } : {}),
	};
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Name of a series as its author gave it, else as PostHog labels it. */
export function seriesName({ action, label, status }: IDataObject): string {
	const custom = isObject(action) ? action.custom_name : undefined;
	if (typeof custom === 'string' && custom !== '') return custom;
	const text = String(label ?? (isObject(action) ? action.name : '') ?? '');
	// Lifecycle labels end with the status, which has a column of its own.
	const ending = ` - ${String(status ?? '')}`;
	return status && text.endsWith(ending) ? text.slice(0, -ending.length) : text;
}
