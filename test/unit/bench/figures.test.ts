import { median, spread } from '../../bench/figures';
import { readBenchOptions } from '../../bench/options';
import { createRateJudge } from '../../support/rateWindows';

describe('the figures of the benchmark', () => {
	it('take the middle one, and the mean of two', () => {
		expect(median([5, 1, 3])).toBe(3);
		expect(median([4, 1, 3, 2])).toBe(2.5);
	});

	it('tell the least and the most beside it', () => {
		expect(spread([2, 9, 4])).toEqual({ min: 2, median: 4, max: 9 });
	});
});

describe('the command line of the benchmark', () => {
	it('takes names of rows and a number of rounds, in either spelling', () => {
		expect(readBenchOptions(['--rows', 'a,b', '--pairs=7'])).toMatchObject({
			rows: ['a', 'b'],
			pairs: 7,
		});
	});

	it('refuses what it does not know', () => {
		expect(() => readBenchOptions(['--fast'])).toThrow('"--fast" is not a flag');
		expect(() => readBenchOptions(['--pairs', '0'])).toThrow('whole number above 0');
	});
});

describe('a server that counts requests', () => {
	const passed = (kind: 'sliding' | 'fixed' | 'bucket', moments: number[]) => {
		const judge = createRateJudge(kind, { requests: 2, perMs: 1_000 });
		return moments.map((moment) => judge(moment));
	};

	it('in a sliding second, allows another one a second after the first', () => {
		expect(passed('sliding', [0, 900, 999, 1_000, 1_001])).toEqual([
			true,
			true,
			false,
			true,
			false,
		]);
	});

	it("in seconds of the clock, allows two at the end of one and two at the next one's beginning", () => {
		expect(passed('fixed', [998, 999, 999, 1_000, 1_001, 1_002])).toEqual([
			...[true, true, false],
			...[true, true, false],
		]);
	});

	it('with a bucket, allows what has flowed in since', () => {
		expect(passed('bucket', [0, 1, 2, 510, 511])).toEqual([true, true, false, true, false]);
	});
});
