import { serverNow } from './serverClock';
import type { ApiFailure, ApiRequest, ApiResponse } from './types';

/** Tries in all, the first one included. */
export const MAX_ATTEMPTS = 5;

/** A server that asks for a longer pause than this is left alone: the user hears of it instead of waiting. */
export const LONGEST_WAIT_MS = 60_000;

const FIRST_WAIT_MS = 1_000;

const READ_METHODS = ['GET', 'HEAD', 'OPTIONS'];

const PASSING_STATUS = [408, 425, 429, 500, 502, 503, 504];

/** Codes of connections that were never made: the server has not seen the request. */
const NEVER_SENT = ['ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

const BROKEN_CONNECTION = [
	...NEVER_SENT,
	'ECONNRESET',
	'ECONNABORTED',
	'ETIMEDOUT',
	'EPIPE',
	'ERR_BAD_RESPONSE',
	'ERR_STREAM_PREMATURE_CLOSE',
	'Z_DATA_ERROR',
	'Z_BUF_ERROR',
];

/** Whether a request only asks. */
export const isRead = ({ method }: ApiRequest): boolean => READ_METHODS.includes(method);

/** Whether a request may be sent again without harm. */
export const isIdempotent = (request: ApiRequest): boolean => request.idempotent ?? isRead(request);

/**
 * Whether an answer may be asked for again. Reads: whenever the status is one that passes. Writes: only when the
 * server said that it did not act, which is 429, or 503 with Retry-After; anything else might do the work twice.
 */
export function mayRetryResponse(
	request: ApiRequest,
	response: ApiResponse,
	failure: ApiFailure,
): boolean {
	if (failure.retryable !== undefined) return failure.retryable;
	if (!PASSING_STATUS.includes(response.status)) return false;
	if (isIdempotent(request) || response.status === 429) return true;
	return response.status === 503 && response.headers['retry-after'] !== undefined;
}

/** Code of a request that was given up because its time was over. */
export const TIMED_OUT = 'ECONNABORTED';

/**
 * Whether a request that got no answer may be sent again; a write only if it cannot have arrived. One with a time limit
 * of its own (a file, a computation) has used it up: again would take as long.
 */
export function mayRetryBroken(request: ApiRequest, code: string | undefined): boolean {
	if (code === undefined) return false;
	if (code === TIMED_OUT && request.timeoutMs !== undefined) return false;
	return (isIdempotent(request) ? BROKEN_CONNECTION : NEVER_SENT).includes(code);
}

/**
 * Milliseconds that a Retry-After header asks for: whole seconds or an HTTP date, counted from the answer's own Date
 * header where there is one, so that a wrong local clock does not matter. Undefined if there is no usable header.
 */
export function retryAfterMs(headers: Record<string, string>): number | undefined {
	const value = headers['retry-after'];
	if (value === undefined || value.trim() === '') return undefined;
	const seconds = Number(value);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
	const until = Date.parse(value);
	if (Number.isNaN(until)) return undefined;
	return Math.max(0, until - (serverNow({ headers }) ?? Date.now()));
}

/** Exponential back-off with jitter for the attempt that just failed (1 = the first). Milliseconds. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
	const full = FIRST_WAIT_MS * 2 ** (attempt - 1);
	return full / 2 + (full / 2) * random();
}
