import type { Reply } from '../shared/http';
import { emptyReply, jsonReply } from '../shared/http';
import type { JsonObject } from '../shared/json';

/** Thrown wherever a request is refused; becomes the answer. */
export class Refusal extends Error {
	/**
	 * @param status HTTP status
	 * @param body the answer, undefined for none at all
	 * @param violation set when no correct client would have sent this: counted under this name
	 */
	constructor(
		readonly status: number,
		readonly body: JsonObject | undefined,
		readonly violation?: string,
		readonly headers?: Record<string, string>,
	) {
		super(typeof body?.detail === 'string' ? body.detail : `Refused with ${status}`);
	}

	reply(): Reply {
		return this.body
			? jsonReply(this.status, this.body, this.headers)
			: emptyReply(this.status, this.headers);
	}
}

const standard = (type: string, code: string, detail: string, attr: string | null = null) => ({
	type,
	code,
	detail,
	attr,
});

/** 400 about one field or parameter. */
export const invalid = (
	attr: string,
	detail: string,
	code = 'invalid_input',
	violation?: string,
): Refusal => new Refusal(400, standard('validation_error', code, detail, attr), violation);

/** 400 from the parser of requests and queries. */
export const unreadable = (detail: string, violation?: string): Refusal =>
	new Refusal(400, standard('invalid_request', 'parse_error', detail), violation);

/** The sharing endpoints answer some refusals in a shape of their own. */
export const plainRefusal = (status: number, error: string): Refusal =>
	new Refusal(status, { error });

export const notAuthenticated = (): Refusal =>
	new Refusal(
		401,
		standard(
			'authentication_error',
			'not_authenticated',
			'Authentication credentials were not provided.',
		),
	);

export const wrongKey = (): Refusal =>
	new Refusal(
		401,
		standard(
			'authentication_error',
			'authentication_failed',
			'Personal API key found in request Authorization header is invalid.',
		),
	);

export const denied = (detail: string): Refusal =>
	new Refusal(403, standard('authentication_error', 'permission_denied', detail));

export const notFound = (detail = 'Not found.', violation?: string): Refusal =>
	new Refusal(404, standard('invalid_request', 'not_found', detail), violation);

export const wrongVerb = (method: string): Refusal =>
	new Refusal(
		405,
		standard('invalid_request', 'method_not_allowed', `Method "${method}" not allowed.`),
		'wrong verb',
	);

export const throttled = (seconds: number): Refusal =>
	new Refusal(
		429,
		standard(
			'throttled_error',
			'throttled',
			`Request was throttled. Expected available in ${seconds} seconds.`,
		),
		undefined,
		{ 'Retry-After': String(seconds) },
	);

/** What the service answers when a request upsets its code: never the user's doing. */
export const serverBroke = (violation?: string): Refusal =>
	new Refusal(500, standard('server_error', 'error', 'A server error occurred.'), violation);
