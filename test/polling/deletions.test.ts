import * as fc from 'fast-check';

import {
	findDeletions,
	type ListedRecord,
	type RecordList,
} from '../../nodes/shared/polling/deletions';
import { recordsByOffset } from '../../nodes/shared/polling/deletionsByOffset';
import { recordsByRange, type RangeQuery } from '../../nodes/shared/polling/deletionsByRange';

const contradiction = () => new Error('The answer contradicts itself');

/** A service with records, read by offset or by ID range; something may happen after each answer. */
class Shelf {
	requests = 0;

	afterAnswer?: () => void;

	constructor(public ids: number[]) {}

	private answer<T>(make: () => T): T {
		this.requests += 1;
		const result = make();
		this.afterAnswer?.();
		return result;
	}

	private rows = (ids: number[]): ListedRecord[] => ids.map((id) => ({ id, title: `T${id}` }));

	byOffset(pageSize: number, tellsTotal = true, largest = pageSize): RecordList {
		return recordsByOffset({
			pageSize,
			contradiction,
			read: async (skip, top) =>
				this.answer(() => ({
					records: this.rows(this.ids.slice(skip, skip + Math.min(top, largest))),
					...(tellsTotal ? { total: this.ids.length } : {}),
				})),
		});
	}

	byRange(pageSize: number): RecordList {
		return recordsByRange({
			pageSize,
			contradiction,
			read: async ({ from = 0, to = Infinity, limit, isDescending }: RangeQuery) =>
				this.answer(() => {
					const inside = this.ids.filter((id) => id >= from && id <= to);
					const ordered = isDescending ? inside.reverse() : inside;
					return { records: this.rows(ordered.slice(0, limit)), total: inside.length };
				}),
		});
	}
}

const patient = { maxRequests: 10_000, maxRows: 10_000, hasTime: () => true };
const upTo = (count: number) => Array.from({ length: count }, (_, index) => (index + 1) * 2);

const kinds = [
	['by offset', (shelf: Shelf, size: number) => shelf.byOffset(size)],
	['by offset without a total', (shelf: Shelf, size: number) => shelf.byOffset(size, false)],
	['by ranges of IDs', (shelf: Shelf, size: number) => shelf.byRange(size)],
] as const;

describe.each(kinds)('deletions in a list that is read %s', (_, listOf) => {
	it('cost one request while there are none, whatever is new', async () => {
		const shelf = new Shelf(upTo(10_000));
		await findDeletions(upTo(10_000), listOf(shelf, 100), patient);
		expect(shelf.requests).toBe(1);
		shelf.ids.push(30_000, 30_001);
		const search = await findDeletions(upTo(10_000), listOf(shelf, 100), patient);
		expect(shelf.requests).toBe(2);
		expect(search.known).toEqual(shelf.ids);
		expect(search.gone).toEqual([]);
	});

	it('are found one by one in a logarithm of requests', async () => {
		for (const gone of [2, 10_000, 20_000]) {
			const shelf = new Shelf(upTo(10_000).filter((id) => id !== gone));
			const search = await findDeletions(upTo(10_000), listOf(shelf, 100), patient);
			expect(search.gone).toEqual([gone]);
			expect(search.known).toEqual(shelf.ids);
			// Both ends, two looks for each of log2(10,000 / 100) = 7 halvings, and one page.
			expect(shelf.requests).toBeLessThanOrEqual(18);
		}
	});

	it('are found however many there are, among new records, and the rest is known afterwards', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
				fc.infiniteStream(fc.boolean()),
				fc.integer({ min: 0, max: 5 }),
				fc.integer({ min: 2, max: 20 }),
				async (ids, isGone, fresh, pageSize) => {
					const known = ids.sort((a, b) => a - b);
					const left = known.filter(() => !isGone.next().value);
					const added = Array.from({ length: fresh }, (_empty, index) => 1_000 + index);
					const shelf = new Shelf([...left, ...added]);
					fc.pre(shelf.ids.length > 0);
					const search = await findDeletions(known, listOf(shelf, pageSize), patient);
					expect(search.gone).toEqual(known.filter((id) => !left.includes(id)));
					expect(search.known).toEqual(shelf.ids);
					expect(search.isComplete).toBe(true);
				},
			),
		);
	});

	it('are never invented while the list changes under the search', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.nat(300), { minLength: 1, maxLength: 12 }),
				fc.integer({ min: 3, max: 20 }),
				async (picks, pageSize) => {
					const shelf = new Shelf(upTo(300));
					const queue = [...picks];
					let next = 1_000;
					shelf.ids.splice(queue.shift() ?? 0, 1);
					shelf.afterAnswer = () => {
						const pick = queue.shift();
						if (pick === undefined) return;
						if (pick % 3 === 0) shelf.ids.push(next++);
						else shelf.ids.splice(pick % shelf.ids.length, 1);
					};
					let known = upTo(300);
					const gone: number[] = [];
					for (let polls = 0; polls < 30; polls++) {
						const search = await findDeletions(known, listOf(shelf, pageSize), patient, polls * 7);
						for (const id of search.gone) expect(shelf.ids).not.toContain(id);
						gone.push(...search.gone);
						known = search.known;
					}
					expect(known).toEqual(shelf.ids);
					expect(gone.sort((a, b) => a - b)).toEqual(
						upTo(300).filter((id) => !shelf.ids.includes(id)),
					);
				},
			),
		);
	});

	it('that are too many for one poll are found by the next ones', async () => {
		const shelf = new Shelf(upTo(2_000).filter((id) => id % 3 !== 0));
		let known = upTo(2_000);
		const gone: number[] = [];
		for (let polls = 0; polls < 200 && known.length > shelf.ids.length; polls++) {
			const search = await findDeletions(known, listOf(shelf, 20), {
				...patient,
				maxRequests: 20,
				maxRows: 15,
			});
			expect(search.requests).toBeLessThanOrEqual(20);
			expect(search.gone.length).toBeLessThanOrEqual(15);
			gone.push(...search.gone);
			known = search.known;
		}
		expect(gone).toEqual(upTo(2_000).filter((id) => id % 3 === 0));
	});

	it('that something restored hides are found by looking at one page after the other', async () => {
		const known = upTo(200).filter((id) => id !== 350);
		const shelf = new Shelf(upTo(200).filter((id) => id !== 20));
		const search = await findDeletions(known, listOf(shelf, 20), patient, 0);
		const again = await findDeletions(search.known, listOf(shelf, 20), patient, 0);
		expect([...search.gone, ...again.gone]).toEqual([20]);
		expect(again.known).toEqual(shelf.ids);
	});
});

describe('a list that lies', () => {
	it.each([
		['an empty answer although there are records', [], 200],
		['a page that was cut', [2, 4], 200],
		['IDs in disorder', [6, 4, 2], 3],
	])('reports nothing: %s', async (_, ids, total) => {
		const list = recordsByOffset({
			pageSize: 50,
			contradiction,
			read: async () => ({ records: ids.map((id) => ({ id })), total }),
		});
		const search = await findDeletions(upTo(200), list, patient);
		expect(search.gone).toEqual([]);
		expect(search.fault?.message).toBe('The answer contradicts itself');
	});

	it('reports nothing of an empty answer without a total', async () => {
		const list = recordsByOffset({
			pageSize: 50,
			contradiction,
			read: async () => ({ records: [] }),
		});
		const search = await findDeletions([2, 4], list, patient);
		expect(search.gone).toEqual([]);
	});

	it('keeps what was found before a fault', async () => {
		const shelf = new Shelf(upTo(400).filter((id) => id !== 10 && id !== 790));
		const list = shelf.byOffset(10);
		let found = 0;
		const broken: RecordList = {
			...list,
			between: async (stretch, skip) => {
				if (found++ > 0) throw new Error('The service is not available');
				return await list.between(stretch, skip);
			},
		};
		const search = await findDeletions(upTo(400), broken, patient);
		expect(search.gone).toEqual([10]);
		expect(search.known).not.toContain(10);
		expect(search.fault?.message).toBe('The service is not available');
	});
});

describe('a list whose pages are shorter than asked for, without a total', () => {
	it('reports nothing that is there', async () => {
		const shelf = new Shelf(upTo(100).filter((id) => ![20, 118, 200].includes(id)));
		const search = await findDeletions(upTo(100), shelf.byOffset(20, false, 7), patient);
		expect(search.gone.filter((id) => shelf.ids.includes(id))).toEqual([]);
	});
});
