import type { IDataObject } from 'n8n-workflow';

/** A JSON object: neither a list nor null. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a row has a key of its own: names such as `constructor` are in every object. */
export const owns = (row: object, name: string): boolean =>
	Object.prototype.hasOwnProperty.call(row, name);

/** A list of JSON objects, and nothing else in it. */
export const isRowList = (value: unknown): value is IDataObject[] =>
	Array.isArray(value) && value.every(isObject);

/** Rows of an answer: an object is one row, an array is its rows, anything else is none. */
export function rowsOf(body: unknown): IDataObject[] {
	if (Array.isArray(body)) return body as IDataObject[];
	return isObject(body) ? [body] : [];
}
