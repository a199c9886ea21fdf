import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/request/rows';

/** The objects of a list; anything else is left out. */
export const objectsIn = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter(isObject) : [];

export const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A value as an item can hold it. */
export type Cell = IDataObject['key'];

/** Decimal spelling that a number holds exactly: at most 15 digits, no zeros in front. */
const DECIMAL = /^-?(?!(?:\D*\d){16})(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** A number, also one that was sent as text; undefined for anything else. */
export function numberIn(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && DECIMAL.test(value) ? Number(value) : undefined;
}

/** A number, also one that was sent as text; null for what is missing, and anything else as it is. */
export const numberOr = (value: unknown): Cell => numberIn(value) ?? ((value ?? null) as Cell);

/** A share between 0 and 1; null when there is nothing to share. */
export function share(part: unknown, whole: unknown): number | null {
	const [a, b] = [numberIn(part), numberIn(whole)];
	return a === undefined || b === undefined || b === 0 ? null : a / b;
}

/** Whether something is there to be told. */
export const isGiven = (value: unknown): boolean =>
	value !== undefined && value !== null && value !== '';

/** Whether an object has a key of its own. */
export const has = (object: object, key: string): boolean =>
	Object.prototype.hasOwnProperty.call(object, key);
