import { insightly } from '../../../nodes/Insightly/api/service';
import { postHog } from '../../../nodes/PostHogInsights/api/service';
import { isData } from '../../../nodes/shared/request/response';
import type { ApiRequest, ApiService } from '../../../nodes/shared/request/types';
import { spotlerCrm } from '../../../nodes/SpotlerCrm/api/service';

const post: ApiRequest = { method: 'POST', path: '/things' };

const isAnswer = (
	body: unknown,
	request: ApiRequest = post,
	service?: ApiService,
	nothing = false,
) =>
	isData({ status: 200, headers: {}, body }, request, {
		mayBeNothing: nothing,
		answersWrite: service?.answersWrite,
	});

/** JSON that says nothing of what was written, in any service. */
const OF_ANOTHER_KIND: readonly unknown[] = [
	null,
	5,
	true,
	'text',
	{},
	[],
	[null],
	{ message: 'fine', Message: 'fine' },
	{ detail: 'fine' },
	{ list: null, results: null, metadata: {} },
	{ count: 3, metadata: { total_count: 3 } },
];

describe('the answer to a write', () => {
	describe.each([
		['Insightly', insightly, [{ CONTACT_ID: 1 }, [{ FILE_ID: 1 }], { FOLLOWING: true }]],
		['Spotler CRM', spotlerCrm, [{ record: { id: 1 } }, { message: 'added', items: [] }]],
		['PostHog', postHog, [{ id: 1 }, { enabled: true, access_token: 'x' }]],
	] as const)('of %s', (_name, service, right) => {
		it.each(right.map((body) => [body]))('is a record or a part of one: %j', (body) => {
			expect(isAnswer(body, post, service)).toBe(true);
		});

		it.each(OF_ANOTHER_KIND.map((body) => [body]))('is not %j', (body) => {
			expect(isAnswer(body, post, service)).toBe(false);
		});

		it('may be nothing at all where the service answers so, but not something else', () => {
			const remove: ApiRequest = { method: 'DELETE', path: '/things/1' };
			for (const body of ['', null, {}, []]) {
				expect(isAnswer(body, remove, service, true)).toBe(true);
			}
			for (const body of [5, [null], { message: 'fine' }, 'text']) {
				expect(isAnswer(body, remove, service, true)).toBe(false);
			}
		});
	});

	it('of Spotler CRM is the record that was written', () => {
		const patch: ApiRequest = { method: 'PATCH', path: '/accounts/5' };
		expect(isAnswer({ record: { id: 5 } }, patch, spotlerCrm)).toBe(true);
		expect(isAnswer({ record: { id: 6 } }, patch, spotlerCrm)).toBe(false);
	});

	it('is an empty list only when an empty list was sent', () => {
		expect(isAnswer([], { ...post, body: [] })).toBe(true);
		expect(isAnswer([], { ...post, body: [{}] })).toBe(false);
	});

	it('is what the request wants, where it wants something of its own', () => {
		const picky: ApiRequest = { ...post, accepts: (body) => 'ok' in (body as object) };
		expect(isAnswer({ ok: 1 }, picky, insightly)).toBe(true);
		expect(isAnswer({ CONTACT_ID: 1 }, picky, insightly)).toBe(false);
		expect(isAnswer(null, picky, insightly, true)).toBe(false);
	});
});

describe('the answer to a read', () => {
	const get: ApiRequest = { method: 'GET', path: '/things' };

	it.each([[{}], [[]], [[{ id: 1 }]], [['a', 'b']]])('may be %j', (body) => {
		expect(isAnswer(body, get)).toBe(true);
	});

	it.each([[null], [5], ['text'], [''], [[null]]])('is not %j', (body) => {
		expect(isAnswer(body, get)).toBe(false);
	});

	it('is nothing at all only where the service answers so', () => {
		expect(isAnswer('', get, undefined, true)).toBe(true);
		expect(isAnswer('', get)).toBe(false);
	});

	it.each(['binary', 'stream', 'text'] as const)('is taken as it is for a %s', (responseType) => {
		expect(isAnswer('anything', { ...get, responseType })).toBe(true);
	});
});
