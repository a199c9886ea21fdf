import type { JsonValue } from './json';
import type { FormPart } from './multipart';

/** One request as a sandbox sees it. */
export interface SandboxRequest {
	readonly method: string;
	/** Below the base path, still percent-encoded, with a leading slash: `/Contacts/12`. */
	readonly path: string;
	/** In the order of the address, decoded. */
	readonly query: ReadonlyArray<readonly [name: string, value: string]>;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
	/** The parts of the body, when it is multipart/form-data. */
	readonly form?: readonly FormPart[];
}

/** The content of an answer. No content at all is `undefined`. */
export type ReplyBody =
	| { readonly json: JsonValue }
	| { readonly text: string; readonly type?: string }
	| { readonly bytes: Buffer; readonly type: string };

/** One answer. */
export interface Reply {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: ReplyBody;
}

/** An answer with a JSON body. */
export function jsonReply(
	status: number,
	json: JsonValue,
	headers?: Record<string, string>,
): Reply {
	return { status, body: { json }, headers };
}

/** An answer with a plain text body. */
export function textReply(status: number, text: string, headers?: Record<string, string>): Reply {
	return { status, body: { text }, headers };
}

/** An answer without a body. */
export function emptyReply(status: number, headers?: Record<string, string>): Reply {
	return { status, headers };
}

/** An answer made of bytes, such as a picture or a document. */
export function bytesReply(
	status: number,
	bytes: Buffer,
	type: string,
	headers?: Record<string, string>,
): Reply {
	return { status, body: { bytes, type }, headers };
}

/** What a sandbox answers when it breaks itself: 500 with the place where it broke. */
export function brokenReply(error: unknown): Reply {
	const place = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return textReply(500, `The sandbox itself broke: ${place}`);
}

/** The media type of a request's body in lower case, without its parameters; '' when unnamed. */
export function mediaType(request: Pick<SandboxRequest, 'headers'>): string {
	return (request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
}
