import {
	backoffMs,
	mayRetryResponse,
	mayRetryBroken,
	retryAfterMs,
} from '../../../nodes/shared/request/retry';
import type { ApiRequest, ApiResponse } from '../../../nodes/shared/request/types';

const request = (method: ApiRequest['method'], idempotent?: boolean): ApiRequest => ({
	method,
	path: '/x',
	idempotent,
});

const answer = (status: number, headers: Record<string, string> = {}): ApiResponse => ({
	status,
	headers,
	body: '',
});

describe('an answer that is not a success', () => {
	it.each([408, 425, 429, 500, 502, 503, 504])('is asked for again by reads after %i', (status) => {
		expect(mayRetryResponse(request('GET'), answer(status), { message: '' })).toBe(true);
	});

	it.each([400, 401, 402, 403, 404, 405, 409, 412, 422, 501])('is final after %i', (status) => {
		expect(mayRetryResponse(request('GET'), answer(status), { message: '' })).toBe(false);
	});

	it.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
		'lets %s be sent again only when the server said that it did not act',
		(method) => {
			const repeats = (response: ApiResponse) =>
				mayRetryResponse(request(method), response, { message: '' });
			expect(repeats(answer(429))).toBe(true);
			expect(repeats(answer(503, { 'retry-after': '1' }))).toBe(true);
			expect([500, 502, 503, 504].map((status) => repeats(answer(status)))).toEqual([
				false,
				false,
				false,
				false,
			]);
			// Other statuses with that header may have done their work before.
			expect(repeats(answer(500, { 'retry-after': '1' }))).toBe(false);
			expect(repeats(answer(504, { 'retry-after': '1' }))).toBe(false);
		},
	);

	it('follows the service where that knows better', () => {
		expect(mayRetryResponse(request('GET'), answer(500), { message: '', retryable: false })).toBe(
			false,
		);
	});
});

describe('a connection that broke', () => {
	it('lets reads be sent again', () => {
		expect(mayRetryBroken(request('GET'), 'ECONNRESET')).toBe(true);
	});

	it('lets writes be sent again only if they cannot have arrived', () => {
		expect(mayRetryBroken(request('POST'), 'ECONNRESET')).toBe(false);
		expect(mayRetryBroken(request('POST'), 'ETIMEDOUT')).toBe(false);
		expect(mayRetryBroken(request('POST'), 'ECONNREFUSED')).toBe(true);
		expect(mayRetryBroken(request('POST', true), 'ECONNRESET')).toBe(true);
	});

	it('lets no read be sent again that has used up a time limit of its own', () => {
		const file: ApiRequest = { ...request('GET'), timeoutMs: 300_000 };
		expect(mayRetryBroken(file, 'ECONNABORTED')).toBe(false);
		expect(mayRetryBroken(request('GET'), 'ECONNABORTED')).toBe(true);
		expect(mayRetryBroken(file, 'ECONNRESET')).toBe(true);
	});

	it('is final without a known reason', () => {
		expect(mayRetryBroken(request('GET'), undefined)).toBe(false);
		expect(mayRetryBroken(request('GET'), 'ENOTFOUND')).toBe(false);
	});
});

describe('Retry-After', () => {
	it.each([
		['3', 3_000],
		['0', 0],
		['0.5', 500],
		['-2', 0],
		['', undefined],
		['  ', undefined],
		['soon', undefined],
	])('%j is %s ms', (value, expected) => {
		expect(retryAfterMs({ 'retry-after': value })).toBe(expected);
	});

	it('that is not there is no time', () => {
		expect(retryAfterMs({})).toBeUndefined();
	});

	it('as a date counts from the answer’s own clock', () => {
		const headers = {
			'retry-after': 'Wed, 01 Jul 2026 12:00:30 GMT',
			date: 'Wed, 01 Jul 2026 12:00:00 GMT',
		};
		expect(retryAfterMs(headers)).toBe(30_000);
	});
});

describe('the back-off', () => {
	it('doubles, with jitter between the half and the whole', () => {
		expect([1, 2, 3].map((attempt) => backoffMs(attempt, () => 1))).toEqual([1_000, 2_000, 4_000]);
		expect([1, 2, 3].map((attempt) => backoffMs(attempt, () => 0))).toEqual([500, 1_000, 2_000]);
	});
});
