import type { IDataObject } from 'n8n-workflow';

/** A JSON object: neither a list nor null. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rows of an answer: an object is one row, an array is its rows, anything else is none. */
export function rowsOf(body: unknown): IDataObject[] {
	if (Array.isArray(body)) return body as IDataObject[];
	return isObject(body) ? [body] : [];
}
