import { advance } from '../../nodes/shared/polling/advance';
import type { ChangePage, PollState } from '../../nodes/shared/polling/types';
import { armed, feed, row, rules, seenAt } from './pages';

describe('the watermark', () => {
	it('is the newest source timestamp of a pass that was read to its end', () => {
		const { state } = feed(armed, [{ rows: [row('1', 1_300), row('2', 1_200)], serverNow: 5_000 }]);
		expect(state.watermark).toBe(1_300);
	});

	it('stays where it is while nothing is newer, whatever the clock says', () => {
		const { state } = feed(armed, [{ rows: [], serverNow: 9_000 }]);
		expect(state.watermark).toBe(1_000);
	});

	it('is not pushed past the service clock by a date in the future', () => {
		const { ids, state } = feed(armed, [
			{ rows: [row('1', 1_300), row('2', 99_000)], serverNow: 2_000 },
		]);
		expect(ids).toEqual(['1', '2']);
		expect(state.watermark).toBe(2_000);
		expect(state.from).toBe(1_940);
	});

	it('does not pass the first page when later pages of an id-ordered pass are newer', () => {
		const { state } = feed(armed, [
			{ rows: [row('1', 1_100)], serverNow: 1_150, next: 'more' },
			{ rows: [row('9', 1_900)], serverNow: 1_950 },
		]);
		expect(state.watermark).toBe(1_150);
	});

	it('without a clock stays within what the service had reached by the first page', () => {
		const { state } = feed({ ...armed, newest: 1_050 }, [
			{ rows: [row('1', 1_100)], next: 'more' },
			{ rows: [row('9', 1_900)] },
		]);
		expect(state.watermark).toBe(1_100);
		expect(
			feed(state, [{ rows: [row('1', 1_100)], next: 'more' }, { rows: [] }]).state.newest,
		).toBe(1_900);
	});

	it('without a clock moves on to what the pass before has met, however long the pages', () => {
		const first = feed(armed, [
			{ rows: [row('1', 1_010)], next: 'm' },
			{ rows: [row('9', 1_900)] },
		]);
		const second = feed(first.state, [
			{ rows: [row('1', 1_010)], next: 'm' },
			{ rows: [row('9', 1_900)] },
		]);
		expect(second.ids).toEqual([]);
		expect(second.state.watermark).toBe(1_900);
	});

	it('is held while a pass is not finished', () => {
		for (const order of ['id', 'ascending', 'descending'] as const) {
			const { state } = feed(armed, [{ rows: [row('1', 1_500)], serverNow: 2_000, next: 'm' }], {
				order,
			});
			expect(state.watermark).toBe(1_000);
			expect(state.pass).toMatchObject({ since: 1_000, cursor: 'm', startedAt: 2_000 });
		}
	});

	it('never goes back when the service clock does', () => {
		const { state } = feed({ ...armed, watermark: 3_000, from: 2_940 }, [
			{ rows: [row('1', 2_950)], serverNow: 2_000 },
		]);
		expect(state.watermark).toBe(3_000);
		expect(state.from).toBe(2_940);
	});
});

describe('the overlap', () => {
	it('is asked for again and its rows are recognised by id and version', () => {
		const first = feed(armed, [{ rows: [row('1', 1_500)], serverNow: 1_510 }]);
		expect(first.state.from).toBe(1_440);
		const again = feed(first.state, [
			{ rows: [row('1', 1_500), row('2', 1_500), row('3', 1_460)], serverNow: 1_520 },
		]);
		expect(again.ids).toEqual(['2', '3']);
	});

	it('tells two changes within one timestamp apart by the version', () => {
		const first = feed(armed, [{ rows: [row('1', 1_500, { version: 'a' })], serverNow: 1_500 }]);
		const again = feed(first.state, [
			{ rows: [row('1', 1_500, { version: 'b' })], serverNow: 1_500 },
		]);
		expect(again.ids).toEqual(['1']);
	});

	it('is given up once it was read again with nothing new after the clock has left it', () => {
		const page = { rows: [row('1', 1_500)], serverNow: 1_570 };
		const first = feed(armed, [page]);
		expect(first.state.from).toBe(1_440);
		expect(feed(first.state, [{ ...page, serverNow: 1_560 }]).state.from).toBe(1_440);
		expect(feed(first.state, [page]).state.from).toBe(1_500);
	});

	it('is never given up without a clock', () => {
		const first = feed(armed, [{ rows: [row('1', 1_500)] }]);
		expect(feed(first.state, [{ rows: [row('1', 1_500)] }]).state.from).toBe(1_440);
	});

	it('shrinks to the moment after the watermark when a whole page shares that timestamp', () => {
		const settled = {
			...armed,
			watermark: 1_500,
			from: 1_500,
			seen: { 1: seenAt(1_500), 2: seenAt(1_500) },
		};
		const { ids, state } = feed(settled, [
			{ rows: [row('1', 1_500)], serverNow: 1_900, next: 'm' },
			{ rows: [row('2', 1_500)], serverNow: 1_900 },
		]);
		expect(ids).toEqual([]);
		expect(state.from).toBe(1_501);
	});

	it('forgets rows that no later pass asks for', () => {
		const { state } = feed(armed, [
			{ rows: [row('1', 1_100), row('2', 1_500), row('3', 1_437)], serverNow: 1_600 },
		]);
		expect(Object.keys(state.seen)).toEqual(['2']);
	});

	it('remembers its rows whatever their order', () => {
		const rows = [row('1', 1_500), row('2', 1_460)];
		const first = feed(armed, [{ rows, serverNow: 1_510 }]);
		expect(feed(first.state, [{ rows, serverNow: 1_520 }]).ids).toEqual([]);
	});

	it('ignores older rows that a feed delivers beyond what was asked for', () => {
		const state = { ...armed, watermark: 2_060, from: 2_000 };
		const { ids } = feed(state, [{ rows: [row('1', 1_999), row('2', 2_000)], serverNow: 2_100 }]);
		expect(ids).toEqual(['2']);
	});

	it('does not hand out what changed before the trigger was armed', () => {
		const { ids } = feed({ ...armed, from: 900 }, [
			{ rows: [row('1', 999), row('2', 1_000)], serverNow: 1_100 },
		]);
		expect(ids).toEqual(['2']);
	});
});

it('changes neither the state nor the page it is given', () => {
	const state = Object.freeze({
		...armed,
		seen: Object.freeze({ 1: [1_000, 'x'] }),
	}) as unknown as PollState;
	const page = Object.freeze({
		rows: Object.freeze([row('1', 1_100)]),
		next: 'm',
	}) as unknown as ChangePage;
	const once = advance(state, page, rules, 5);
	expect(advance(state, page, rules, 5)).toEqual(once);
	expect(state.seen).toEqual({ 1: [1_000, 'x'] });
});
