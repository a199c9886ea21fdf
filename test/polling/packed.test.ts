import * as fc from 'fast-check';

import { numericId, packIds, unpackIds } from '../../nodes/shared/polling/ids';
import { packMark, packNumber, PackedReader } from '../../nodes/shared/polling/packed';

const rising = fc
	.uniqueArray(fc.maxSafeNat(), { maxLength: 200 })
	.map((ids) => ids.sort((a, b) => a - b));

describe('packed numbers', () => {
	it('are read back, one after the other', () => {
		fc.assert(
			fc.property(fc.array(fc.maxSafeNat()), (numbers) => {
				const reader = new PackedReader(numbers.map(packNumber).join(''));
				const read: number[] = [];
				while (!reader.isAtEnd) read.push(reader.number());
				expect(read).toEqual(numbers);
			}),
		);
	});

	it('end in an error where they were cut', () => {
		expect(() => new PackedReader(packNumber(5_000).slice(0, -1)).number()).toThrow(RangeError);
		expect(() => new PackedReader('"').number()).toThrow(RangeError);
		expect(() => new PackedReader('AB').characters(3)).toThrow(RangeError);
	});
});

describe('packed IDs', () => {
	it('are read back', () => {
		fc.assert(fc.property(rising, (ids) => expect(unpackIds(packIds(ids))).toEqual(ids)));
		expect(unpackIds(packIds([0, 1, 2, 3, 9]))).toEqual([0, 1, 2, 3, 9]);
	});

	it('take 20 characters without gaps and 100 KB for 100,000 with gaps', () => {
		const without = Array.from({ length: 100_000 }, (_, index) => 4_000_000 + index);
		const withGaps = without.map((_, index) => 4_000_000 + index * 9);
		expect(packIds(without).length).toBeLessThan(20);
		expect(packIds(withGaps).length).toBeLessThan(100_100);
	});
});

describe('marks', () => {
	it('do not collide over many similar texts', () => {
		const marks = Array.from({ length: 20_000 }, (_, index) => packMark(`${index}`));
		expect(new Set(marks).size).toBe(marks.length);
	});
});

it.each([
	['7', 7],
	[7, 7],
	['007', 7],
	['0', 0],
	['7a', undefined],
	['', undefined],
	[null, undefined],
	[-1, undefined],
	[1.5, undefined],
	['9007199254740993', undefined],
	[{ id: 7 }, undefined],
])('%p as an ID is %p', (value, id) => {
	expect(numericId(value)).toBe(id);
});
