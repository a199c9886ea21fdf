import type { PollState } from '../../nodes/shared/polling/types';
import { armed, feed, row, seenAt } from './pages';

describe('arming', () => {
	const arming: PollState = { ...armed, arming: true };

	it('hands out nothing and remembers what is there, later dates included', () => {
		const { ids, state } = feed(arming, [
			{ rows: [row('1', 1_000), row('2', 90_000)], serverNow: 1_002 },
		]);
		expect(ids).toEqual([]);
		expect(state.arming).toBeUndefined();
		expect(state.watermark).toBe(1_000);
		expect(Object.keys(state.seen)).toEqual(['1', '2']);
	});

	it('leaves to the next pass what changed while its later pages were read', () => {
		const { state } = feed(arming, [
			{ rows: [row('1', 1_000)], serverNow: 1_002, next: 'm' },
			{ rows: [row('2', 1_001), row('3', 1_002)], serverNow: 1_003 },
		]);
		expect(Object.keys(state.seen)).toEqual(['1', '2']);
		expect(state.from).toBe(1_000);
	});
});

describe('a pass over several polls', () => {
	const rows = [row('8', 1_300), row('9', 1_200), row('10', 1_100)];

	it('stops at the row that does not fit and goes on there with the same page', () => {
		const page = { rows, serverNow: 1_400 };
		const first = feed(armed, [page], {}, 2);
		expect(first.ids).toEqual(['8', '9']);
		expect(first.state.pass).toMatchObject({ since: 1_000, pages: 0, startedAt: 1_400 });
		const second = feed(first.state, [{ ...page, serverNow: 8_000 }], {}, 2);
		expect(second.ids).toEqual(['10']);
		expect(second.state.watermark).toBe(1_300);
	});

	it('is finished by a page that fits exactly', () => {
		expect(feed(armed, [{ rows, serverNow: 1_400 }], {}, 3).state.pass).toBeUndefined();
	});

	it.each(['id', 'ascending', 'descending'] as const)(
		'does not repeat rows that deletions brought back, in order "%s"',
		(order) => {
			const times = {
				id: [1_300, 1_200, 1_100],
				ascending: [1_100, 1_200, 1_300],
				descending: [1_300, 1_200, 1_100],
			}[order];
			const [a, b, c] = times.map((time, index) => row(String(index + 1), time));
			const { ids } = feed(
				armed,
				[
					{ rows: [a, b], serverNow: 1_400, next: 'm' },
					{ rows: [b, c], serverNow: 1_400 },
				],
				{ order },
			);
			expect(ids).toEqual(['1', '2', '3']);
		},
	);

	it.each(['id', 'ascending'] as const)(
		'finds a row that appeared behind its back without a clock, in order "%s"',
		(order) => {
			const first = feed(
				armed,
				[{ rows: [row('2', 1_100)], next: 'm' }, { rows: [row('3', 1_900)] }],
				{ order },
			);
			expect(first.state.from).toBe(1_040);
			const rows = [row('1', 1_090), row('2', 1_100), row('3', 1_900)];
			expect(feed(first.state, [{ rows }], { order }).ids).toEqual(['1']);
		},
	);

	it('finds a row changed behind its back with the next pass', () => {
		const first = feed(armed, [
			{ rows: [row('1', 1_100)], serverNow: 1_400, next: 'm' },
			{ rows: [row('1', 1_450), row('2', 1_460)], serverNow: 1_470 },
		]);
		expect(first.ids).toEqual(['1', '2']);
		const second = feed(first.state, [
			{ rows: [row('1', 1_450), row('2', 1_460)], serverNow: 1_500 },
		]);
		expect(second.ids).toEqual(['1']);
	});

	it('does not forget what it met before on rows that it has still to reach', () => {
		const seen = { 9: seenAt(1_000) };
		const { ids } = feed({ ...armed, seen }, [
			{ rows: [row('1', 1_900)], serverNow: 2_000, next: 'm' },
			{ rows: [row('9', 1_000)], serverNow: 2_000 },
		]);
		expect(ids).toEqual(['1']);
	});

	it('remembers little of a long backlog in order of id', () => {
		const backlog = Array.from({ length: 100 }, (_, index) =>
			row(String(index), 1_000 + index * 100),
		);
		const { state } = feed(armed, [{ rows: backlog, serverNow: 50_000, next: 'm' }]);
		expect(Object.keys(state.seen)).toEqual(['99']);
	});

	it('loses nothing when a service does not keep the order of ids', () => {
		const { ids } = feed(armed, [
			{ rows: [row('9', 1_100), row('3', 1_110)], serverNow: 1_400, next: 'm' },
			{ rows: [row('1', 1_120), row('2', 1_130)], serverNow: 1_400 },
		]);
		expect(ids).toEqual(['9', '3', '1', '2']);
	});

	it('does not follow a newest-first list past the start of the pass', () => {
		const { state } = feed(
			armed,
			[{ rows: [row('5', 1_100), row('4', 900)], serverNow: 1_400, next: 'm' }],
			{ order: 'descending' },
		);
		expect(state.pass).toBeUndefined();
		expect(state.watermark).toBe(1_100);
	});
});
