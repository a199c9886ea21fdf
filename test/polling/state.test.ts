import { pollScope, rowVersion } from '../../nodes/shared/polling';
import { compareIds } from '../../nodes/shared/polling/order';
import { packMark } from '../../nodes/shared/polling/packed';
import { packState, readState } from '../../nodes/shared/polling/state';
import type { PollState, SeenRow } from '../../nodes/shared/polling/types';

const whole: PollState = {
	v: 2,
	scope: 'scope',
	feed: 'feed',
	timeline: 'host',
	generation: 1,
	floor: 1,
	watermark: 2,
	from: 1,
	newest: 2,
	seen: { 7: [2, 'abcde'], '0193-uuid': [1, 'fghij'], 12345: [-3, 'klmno'] },
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

const kept = packState(whole);

describe('a kept state', () => {
	it('is read back as a copy', () => {
		const state = readState(JSON.parse(JSON.stringify(kept)));
		expect(state).toEqual(whole);
		expect(state?.pass).not.toBe(whole.pass);
	});

	it.each([
		['nothing', undefined],
		['a text', 'state'],
		['a list', []],
		['another version', { ...kept, v: 3 }],
		['no scope', { ...kept, scope: undefined }],
		['a watermark that is no number', { ...kept, watermark: '2026-01-05' }],
		['a watermark that is not finite', { ...kept, watermark: Number.NaN }],
		['rows in another form', { ...kept, seen: { 7: [2, 'version'] } }],
		['rows that were cut', { ...kept, seen: { ...kept.seen, rows: 'HAab' } }],
		['a pass without a start', { ...kept, pass: { ...whole.pass, since: undefined } }],
		['a pass with a broken place', { ...kept, pass: { ...whole.pass, last: '7' } }],
	])('is not used when it is %s', (_, broken) => {
		expect(readState(broken)).toBeUndefined();
	});

	it('of the first version is gone on from as it was', () => {
		const { feed, timeline, ...common } = whole;
		const first = { ...common, v: 1, seen: { 7: [2, 'version'] } };
		const state = readState(first);
		expect([feed, timeline]).toEqual(['feed', 'host']);
		expect(state).toEqual({
			...common,
			backlogKey: '*',
			seen: { 7: [2, packMark('version')] },
		});
	});

	it('stays small: 3,000 rows of whole seconds in less than 30 KB', () => {
		const seen = Object.fromEntries(
			Array.from({ length: 3_000 }, (_, index): [string, SeenRow] => [
				String(5_000_000 + index * 7),
				[1_767_603_600_000 + (index % 3_900) * 1_000, packMark(`version ${index}`)],
			]),
		);
		const state = { ...whole, seen };
		const text = JSON.stringify(packState(state));
		expect(text.length).toBeLessThan(30_000);
		expect(readState(JSON.parse(text))).toEqual(state);
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
