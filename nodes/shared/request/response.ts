import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { parseJson } from './json';
import { isRead } from './retry';
import { watchSilence } from './silence';
import type { ApiFailure, ApiRequest, ApiResponse } from './types';

/** An answer in the engine's form: header names in lower case, JSON parsed whatever the content type says. */
export function readResponse(
	full: Pick<IN8nHttpFullResponse, 'statusCode' | 'headers' | 'body'>,
	request: ApiRequest,
): ApiResponse {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(full.headers ?? {})) {
		headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
	}
	const isError = full.statusCode < 200 || full.statusCode > 299;
	const wanted = isError ? 'json' : (request.responseType ?? 'json');
	return { status: full.statusCode, headers, body: readBody(full.body, wanted) };
}

function readBody(body: unknown, wanted: NonNullable<ApiRequest['responseType']>): unknown {
	if (wanted === 'binary' || wanted === 'stream') return body;
	const text = Buffer.isBuffer(body) ? body.toString('utf8') : body;
	if (typeof text !== 'string' || wanted === 'text') return text ?? '';
	try {
		return text.trim() === '' ? '' : parseJson(text);
	} catch {
		return text;
	}
}

/** More than this of a refusal is not read. */
const LONGEST_REFUSAL = 64 * 1024;

/** A refusal that says nothing more for so long has said what it had to say. */
const REFUSAL_SILENCE_MS = 5_000;

/** A refusal that came as a stream, because a file was asked for, as the text that it is. */
export async function withoutErrorStream<
	Answer extends Pick<IN8nHttpFullResponse, 'statusCode' | 'body'>,
>(answer: Answer): Promise<Answer> {
	const isError = answer.statusCode < 200 || answer.statusCode > 299;
	if (!isError || !isStream(answer.body)) return answer;
	watchSilence(answer.body, REFUSAL_SILENCE_MS);
	return { ...answer, body: await beginning(answer.body) };
}

/** What came before it ended, broke off or became too long. */
async function beginning(stream: AsyncIterable<Uint8Array>): Promise<string> {
	const pieces: Buffer[] = [];
	let length = 0;
	try {
		for await (const piece of stream) {
			pieces.push(Buffer.from(piece));
			length += piece.length;
			if (length > LONGEST_REFUSAL) break;
		}
	} catch {
		// The status has said enough.
	}
	return Buffer.concat(pieces).toString('utf8');
}

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** The answer inside what n8n threw because of its status, which it does while it still tries to renew a token. */
export function readThrownAnswer(
	error: unknown,
): Pick<IN8nHttpFullResponse, 'statusCode' | 'headers' | 'body'> | undefined {
	let current = error;
	for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
		if ('response' in current && isAnswer(current.response)) {
			const { status, headers, data } = current.response;
			// A success whose body cannot be read is none: its sender may have said anything.
			if (status < 300) return undefined;
			return { statusCode: status, headers, body: data as IN8nHttpFullResponse['body'] };
		}
		current = current.cause;
	}
	return undefined;
}

interface ThrownAnswer {
	status: number;
	headers: IN8nHttpFullResponse['headers'];
	data: unknown;
}

const isAnswer = (value: unknown): value is ThrownAnswer =>
	typeof value === 'object' &&
	value !== null &&
	'status' in value &&
	typeof value.status === 'number' &&
	'headers' in value &&
	'data' in value;

/** What could be read from a request that got no answer. */
export interface BrokenRequest {
	code?: string;
	/** Set when the request was refused on this side, by the credential or by n8n, before it left. */
	refusal?: ApiFailure;
}

/** Looks for a connection's code in what n8n threw; anything without one did not come from the network. */
export function readBroken(error: unknown): BrokenRequest {
	let current = error;
	for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
		if ('code' in current && typeof current.code === 'string') return { code: current.code };
		current = current.cause;
	}
	if (!(error instanceof Error)) return {};
	const description = 'description' in error ? error.description : undefined;
	return {
		refusal: {
			message: error.message,
			description: typeof description === 'string' ? description : undefined,
		},
	};
}

/**
 * Whether a success brought what was asked for. A page for people, JSON that was cut off, nothing at all, or JSON that is
 * no data: then a read has failed, and of a write nothing is known but that it was answered.
 */
export function isData(
	{ body }: ApiResponse,
	request: ApiRequest,
	{ mayBeNothing, answersWrite = () => true }: Expected,
): boolean {
	if ((request.responseType ?? 'json') !== 'json') return true;
	if (typeof body === 'string') return body === '' && mayBeNothing;
	if (holdsNull(body)) return false;
	if (mayBeNothing && request.accepts === undefined && (body === null || isEmpty(body)))
		return true;
	if (typeof body !== 'object' || body === null) return false;
	if (request.accepts) return request.accepts(body);
	if (isRead(request)) return true;
	const isSentEmpty = Array.isArray(request.body) && request.body.length === 0;
	if (Array.isArray(body) && isEmpty(body)) return isSentEmpty;
	return !isEmpty(body) && answersWrite(body, request);
}

/** What a success may hold. */
interface Expected {
	mayBeNothing: boolean;
	/** Whether JSON says what became of a write. */
	answersWrite?(body: object, request: ApiRequest): boolean;
}

/** `{}` or `[]`. */
const isEmpty = (body: unknown): boolean =>
	typeof body === 'object' && body !== null && Object.keys(body).length === 0;

/** No service has lists with nothing for a row. */
const holdsNull = (body: unknown): boolean => Array.isArray(body) && body.includes(null);
