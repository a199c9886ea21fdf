import { measured, type Measure } from '../../../nodes/PostHogInsights/trigger/watches/measure';
import {
	crossings,
	isBeyond,
	type ThresholdComparison,
} from '../../../nodes/PostHogInsights/trigger/watches/threshold';

describe('a threshold', () => {
	it.each<[ThresholdComparison, number, boolean, boolean]>([
		['above', 11, false, true],
		['above', 10, false, false],
		['above', 9, true, true],
		['above', 8, true, false],
		['atLeast', 10, false, true],
		['atLeast', 8, true, true],
		['atLeast', 7.9, true, false],
		['below', 9, false, true],
		['below', 10, false, false],
		['below', 11, true, true],
		['below', 12, true, false],
		['atMost', 10, false, true],
		['atMost', 12, true, true],
		['atMost', 12.1, true, false],
	])('of 10 %s with a hysteresis of 2: %d, beyond before: %s, is beyond: %s', (...one) => {
		const [comparison, value, was, expected] = one;
		expect(isBeyond(value, { comparison, value: 10, hysteresis: 2 }, was)).toBe(expected);
	});

	const rule = { comparison: 'above', value: 10, hysteresis: 0 } as const;

	it('counts the first appearance of a series beyond it as a crossing', () => {
		expect(crossings({ a: false }, new Map([['b', 11]]), rule)).toEqual({
			crossed: ['b'],
			beyond: { a: false, b: true },
		});
	});

	it('does not count the return of a series that was beyond it when it went', () => {
		const gone = crossings({ a: true }, new Map(), rule);
		expect(gone).toEqual({ crossed: [], beyond: { a: true } });
		expect(crossings(gone.beyond, new Map([['a', 12]]), rule).crossed).toEqual([]);
	});

	it('takes any text for a name', () => {
		const values = new Map([['__proto__', 11]]);
		const { beyond } = crossings({}, values, rule);
		const kept = JSON.parse(JSON.stringify(beyond)) as Record<string, boolean>;
		expect(crossings(kept, values, rule).crossed).toEqual([]);
	});
});

describe('the measure of a series', () => {
	const rows = [3, 1, 8, null].map((value, index) => ({ series: 'a', date: `d${index}`, value }));

	it.each<[Measure, number]>([
		['latest', 8],
		['latestComplete', 1],
		['first', 3],
		['total', 12],
		['average', 4],
		['highest', 8],
		['lowest', 1],
	])('%s of 3, 1, 8 and nothing is %d', (measure, expected) => {
		expect(measured(rows, { measure, series: '', column: '' })).toEqual(new Map([['a', expected]]));
	});

	it('is none without any number, and without a row before the last', () => {
		const one = { measure: 'latestComplete', series: '', column: '' } as const;
		expect(measured([{ series: 'a', value: 1 }], one).size).toBe(0);
		expect(measured([{ series: 'a', value: null }], { ...one, measure: 'total' }).size).toBe(0);
	});

	const latest = { measure: 'latest', series: '', column: '' } as const;

	it('leaves the period out that is compared with', () => {
		const compared = [
			{ series: 'a', compare_label: 'current', value: 1 },
			{ series: 'a', compare_label: 'previous', value: 2 },
		];
		expect(measured(compared, latest)).toEqual(new Map([['a', 1]]));
	});

	it('tells breakdown values and ways apart', () => {
		expect(
			measured(
				[
					{ series: 'a', breakdown_value: 'x', value: 1 },
					{ series: 'a', breakdown_value: 'y', value: 2 },
				],
				latest,
			),
		).toEqual(
			new Map([
				['a · x', 1],
				['a · y', 2],
			]),
		);
		const way = { source_name: '/a', target_name: '/b', value: 5 };
		expect(measured([way], latest)).toEqual(new Map([['/a → /b', 5]]));
	});

	it('tells two series of the same event apart, by their maths or by their places', () => {
		const same = (index: number, value: number, math?: string) => ({
			...{ series: '$pageview', series_index: index, value },
			...(math ? { math } : {}),
		});
		const byMath = [same(0, 10, 'total'), same(0, 20, 'total'), same(1, 3, 'dau')];
		expect(measured(byMath, { ...latest, measure: 'total' })).toEqual(
			new Map([
				['$pageview · total', 30],
				['$pageview · dau', 3],
			]),
		);
		expect(measured([same(0, 10), same(1, 3), same(2, 4)], latest)).toEqual(
			new Map([
				['$pageview', 10],
				['$pageview · 2', 3],
				['$pageview · 3', 4],
			]),
		);
		expect(measured([same(0, 1, 'total')], { ...latest, series: 'total' }).size).toBe(0);
	});

	it('keeps the breakdowns of a named series apart', () => {
		const broken = ['EU', 'US'].flatMap((breakdown_value, series_index) => [
			{ series: 'paid', breakdown_value, series_index, value: 1 },
			{ series: 'paid', breakdown_value, series_index, value: series_index + 10 },
		]);
		expect(measured(broken, { ...latest, series: 'Paid' })).toEqual(
			new Map([
				['Paid · EU', 10],
				['Paid · US', 11],
			]),
		);
		expect(measured(broken, { ...latest, series: 'us' })).toEqual(new Map([['paid · us', 11]]));
		const steps = ['EU', 'US'].map((breakdown_value, index) => ({
			...{ step: 2, step_name: 'paid', breakdown_value },
			conversion_rate_from_start: 0.1 + index,
		}));
		expect(measured(steps, { ...latest, series: 'paid' })).toEqual(
			new Map([
				['paid · EU', 0.1],
				['paid · US', 1.1],
			]),
		);
	});

	it('finds a series by any text in its rows', () => {
		const steps = [
			{ step: 1, step_name: 'visit', conversion_rate_from_start: 1, count: 50 },
			{ step: 2, step_name: 'paid', conversion_rate_from_start: 0.2, count: 10 },
		];
		expect(measured(steps, { ...latest, series: 'Paid' })).toEqual(new Map([['Paid', 0.2]]));
		expect(measured(steps, { ...latest, series: 'paid', column: 'count' })).toEqual(
			new Map([['paid', 10]]),
		);
		expect(measured(steps, { ...latest, series: 'none' }).size).toBe(0);
	});

	it('takes the first number of a row of SQL, or the column that was named, also as text', () => {
		const table = [{ event: 'a', n: 4, share: '0.25' }];
		expect(measured(table, latest)).toEqual(new Map([['', 4]]));
		expect(measured(table, { ...latest, column: 'share' })).toEqual(new Map([['', 0.25]]));
		expect(measured(table, { ...latest, column: 'event' }).size).toBe(0);
	});
});
