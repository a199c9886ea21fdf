import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/request/rows';
import { breakdownValue, NONE } from './breakdowns';
import { has, isGiven } from './values';

/** What a value has to be for a row-maker to read it. */
type Test = (value: unknown) => boolean;

const isMissing: Test = (value) => value === undefined || value === null;
export const isList: Test = (value) => Array.isArray(value);
export const isScalar: Test = (value) => typeof value !== 'object' || value === null;
export const listIfAny: Test = (value) => isMissing(value) || Array.isArray(value);
export const objectIfAny: Test = (value) => isMissing(value) || isObject(value);

/** Keys that a row-maker reads in an entry of a result, and what they have to be. */
export type Shape = Readonly<Record<string, Test>>;

/** Keys that tell one entry from the others; every kind of insight may have them. */
const TOLD_APART: Shape = {
	breakdown_value: () => true,
	compare: isScalar,
	compare_label: isScalar,
	status: isScalar,
};

/** Whether an entry is what a row-maker reads. What is not passes through as it is. */
export const fits = (entry: unknown, shape: Shape): entry is IDataObject =>
	isObject(entry) &&
	Object.entries({ ...TOLD_APART, ...shape }).every(([key, test]) => test(entry[key]));

/**
 * Left out of rows, because rows tell it otherwise or no workflow needs it: who was counted, addresses of those people,
 * and what the numbers were asked for with.
 */
const LEFT_OUT = [
	'action',
	'converted_people_url',
	'dropped_people_url',
	'filter',
	'people',
	'people_url',
	'persons',
	'persons_urls',
];

/**
 * What an entry has besides the keys that its row-maker reads, for its rows: single values stand in each of them, lists
 * and objects in the first one only, so that a long series does not repeat them.
 */
export function withOthers(entry: IDataObject, shape: Shape, rows: IDataObject[]): IDataObject[] {
	const [first] = rows;
	const others = Object.entries(entry).filter(
		([key, value]) =>
			!isNothing(value) &&
			!has(shape, key) &&
			!LEFT_OUT.includes(key) &&
			!(has(TOLD_APART, key) && isToldApart(key, value, first)),
	);
	if (others.length === 0) return rows;
	const single = others.filter(([, value]) => isScalar(value));
	return rows.map((row, index) => ({
		...row,
		...apart(row, index === 0 ? others : single),
	}));
}

const isNothing: Test = (value) =>
	value === undefined ||
	(typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Whether a row tells this already, or there is nothing to tell: comparing is told by the label of the period. */
const isToldApart = (key: string, value: unknown, row: IDataObject): boolean =>
	has(row, key) || !isGiven(value) || (key === 'compare' && typeof value === 'boolean');

/** Names that the row has already get an underscore behind them. */
function apart(row: IDataObject, others: Array<[string, IDataObject['key']]>): IDataObject {
	const taken = new Set(Object.keys(row));
	return Object.fromEntries(
		others.map(([key, value]) => {
			let name = key;
			while (taken.has(name)) name += '_';
			taken.add(name);
			return [name, value];
		}),
	);
}

/** What tells one entry from the others besides its name; keys that do not apply are left out. */
export function dimensions(entry: IDataObject, isBrokenDown = false): IDataObject {
	const { breakdown_value: breakdown, compare_label: compareLabel, status } = entry;
	const isNone = isBrokenDown && 'breakdown_value' in entry;
	return {
		...(isGiven(breakdown)
			? { breakdown_value: breakdownValue(breakdown) }
			: isNone
				? { breakdown_value: NONE }
				: {}),
		...(isGiven(compareLabel) ? { compare_label: compareLabel } : {}),
		...(isGiven(status) ? { status } : {}),
	};
}

/** Whether a list of entries is one broken down by a property, so that no value means "none". */
export const isBrokenDown = (entries: readonly unknown[]): boolean =>
	entries.some((entry) => isObject(entry) && isGiven(entry.breakdown_value));

/** Something that no row-maker reads, as rows: an object or a list of objects as they are, anything else as a value. */
export function asItIs(value: unknown): IDataObject[] {
	if (isObject(value)) return [value];
	if (Array.isArray(value) && value.length > 0 && value.every(isObject)) return value;
	return [{ value: value as IDataObject['key'] }];
}

/** The entries of a result, whether it is a list of them or a single one. */
export const entriesOf = (result: unknown): unknown[] =>
	Array.isArray(result) ? (result as unknown[]) : [result];
