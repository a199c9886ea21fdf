import type { SandboxRequest } from './http';
import { mediaType } from './http';

/** One request as tests look back at it. */
export interface LoggedRequest {
	readonly method: string;
	/** Below the base path, percent-encoded: `/Contacts/12`. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	/** Names in lower case, the key left out. */
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed when it was JSON, else the text; undefined when there was none. Multipart and bytes are told by size. */
	readonly body: unknown;
	/** Arrival by the sandbox clock, ms since 1970. */
	readonly at: number;
	/** Arrival by a real clock that always moves on, ms: for measuring gaps. */
	readonly arrivedAt: number;
	/** How many requests were being answered when it arrived, itself included. */
	readonly inFlight: number;
	/** The status answered; 0 while unanswered or when the connection was cut. */
	status: number;
	/** The scripted fault it met. */
	fault?: string;
}

/** A request that no correct client would send. */
export interface Violation {
	/** e.g. `unknown path`, `wrong verb`, `unknown query parameter`, `unknown field`. */
	readonly kind: string;
	readonly method: string;
	readonly path: string;
	readonly detail: string;
}

const SECRET_HEADERS = ['authorization', 'cookie', 'x-api-key'];

/** The log's view of a request; status 0 until it is answered. */
export function describeRequest(
	request: SandboxRequest,
	moment: { at: number; arrivedAt: number; inFlight: number },
): LoggedRequest {
	return {
		method: request.method,
		path: request.path,
		query: Object.fromEntries(request.query),
		headers: Object.fromEntries(
			Object.entries(request.headers).filter(([name]) => !SECRET_HEADERS.includes(name)),
		),
		body: readableBody(request),
		status: 0,
		...moment,
	};
}

function readableBody(request: SandboxRequest): unknown {
	if (request.body.length === 0) return undefined;
	const type = mediaType(request);
	if (type === 'multipart/form-data' || type === 'application/octet-stream') {
		return `${request.body.length} bytes of ${type}`;
	}
	const text = request.body.toString('utf8');
	if (!type.endsWith('json')) return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
