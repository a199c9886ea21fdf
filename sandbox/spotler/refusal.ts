import type { JsonObject } from '../shared/json';

/** Thrown wherever a request is refused; becomes the answer. */
export class Refusal extends Error {
	/**
	 * @param status HTTP status, and `code` in the body
	 * @param type `type` in the body
	 * @param violation set when no correct client would have sent this: counted under this name
	 * @param validation field to rules, for 422
	 */
	constructor(
		readonly status: number,
		readonly type: string,
		text: string,
		readonly violation?: string,
		readonly validation?: JsonObject,
	) {
		super(text);
	}
}

/** 400 that no correct client would earn: counted. */
export const badRequest = (violation: string, text: string): Refusal =>
	new Refusal(400, 'Invalid Request error', text, violation);

export const notFound = (text = 'Record not found'): Refusal =>
	new Refusal(404, 'Not Found error', text);

/** The document shows status 500 for an object name that does not exist. */
export const unknownObject = (name: string): Refusal =>
	new Refusal(500, 'Invalid Request error', `Invalid record type (${name})`, 'unknown object');

/** Field to rule name to parameters, in the shape that the document shows for Required. */
export const invalid = (rules: Record<string, Record<string, string[]>>): Refusal =>
	new Refusal(
		422,
		'Validation error',
		'The given data was invalid.',
		undefined,
		Object.fromEntries(Object.entries(rules).map(([field, rule]) => [field, [rule]])),
	);
