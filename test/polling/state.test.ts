import { pollScope, rowVersion } from '../../nodes/shared/polling';
import { compareIds } from '../../nodes/shared/polling/order';
import { readState } from '../../nodes/shared/polling/state';

const whole = {
	v: 1,
	scope: 'scope',
	generation: 1,
	floor: 1,
	watermark: 2,
	from: 1,
	newest: 2,
	seen: { 7: [2, 'version'] },
	pass: {
		since: 1,
		pages: 2,
		cursor: 'c',
		startedAt: 3,
		firstPageNewest: 2,
		newest: 2,
		last: { id: '7', at: 2 },
	},
};

describe('a kept state', () => {
	it('is read back as a copy', () => {
		const state = readState(whole);
		expect(state).toEqual(whole);
		expect(state?.seen).not.toBe(whole.seen);
	});

	it.each([
		['nothing', undefined],
		['a text', 'state'],
		['a list', []],
		['another version', { ...whole, v: 2 }],
		['no scope', { ...whole, scope: undefined }],
		['a watermark that is no number', { ...whole, watermark: '2026-01-05' }],
		['a watermark that is not finite', { ...whole, watermark: Number.NaN }],
		['rows in another form', { ...whole, seen: { 7: 'version' } }],
		['a pass without a start', { ...whole, pass: { ...whole.pass, since: undefined } }],
		['a pass with a broken place', { ...whole, pass: { ...whole.pass, last: '7' } }],
	])('is not used when it is %s', (_, kept) => {
		expect(readState(kept)).toBeUndefined();
	});
});

describe('versions and scopes', () => {
	it('do not depend on the order of keys', () => {
		const one = { a: 1, b: { c: [1, { d: 2, e: 3 }] } };
		const other = { b: { c: [1, { e: 3, d: 2 }] }, a: 1 };
		expect(rowVersion(one, 5)).toBe(rowVersion(other, 5));
		expect(pollScope(one)).toBe(pollScope(other));
	});

	it('differ with the time, the content and the order of lists', () => {
		const versions = [
			rowVersion({ a: [1, 2] }, 5),
			rowVersion({ a: [1, 2] }, 6),
			rowVersion({ a: [2, 1] }, 5),
			rowVersion({ a: ['1', 2] }, 5),
			rowVersion({ a: null }, 5),
			rowVersion({}, 5),
		];
		expect(new Set(versions).size).toBe(versions.length);
	});

	it('leave out keys that differ from answer to answer', () => {
		const version = (url: string) => rowVersion({ a: 1, deep: { url } }, 5, ['url']);
		expect(version('x')).toBe(version('y'));
	});

	it('do not collide over many similar records', () => {
		const versions = Array.from({ length: 20_000 }, (_, id) => rowVersion({ id, name: 'A' }, 5));
		expect(new Set(versions).size).toBe(versions.length);
	});
});

it.each([
	['9', '10', -1],
	['10', '9', 1],
	['007', '7', 0],
	['12345678901234567890', '12345678901234567891', -1],
	['a', 'b', -1],
	['b', '1', 1],
])('id %s against %s compares as %d', (a, b, sign) => {
	expect(Math.sign(compareIds(a, b))).toBe(sign);
});
