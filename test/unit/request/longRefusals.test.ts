import { longRefusalOf, rememberRefusal } from '../../../nodes/shared/request/longRefusals';

const failure = { message: 'Too many requests', cause: 'rate-limited' } as const;

const MINUTE = 60_000;

let now: number;

beforeEach(() => {
	now = 1_000_000;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});

afterEach(() => jest.restoreAllMocks());

describe('a refusal for a while', () => {
	it('is told to whoever comes next, with what is left of the time', () => {
		rememberRefusal('one', failure, 429, 10 * MINUTE);
		now += 4 * MINUTE;
		expect(longRefusalOf('one')).toEqual({ failure, status: 429, leftMs: 6 * MINUTE });
	});

	it('is over when its time is', () => {
		rememberRefusal('two', failure, 429, 10 * MINUTE);
		now += 10 * MINUTE - 1;
		expect(longRefusalOf('two')?.leftMs).toBe(1);
		now += 1;
		expect(longRefusalOf('two')).toBeUndefined();
		now -= 5 * MINUTE;
		expect(longRefusalOf('two')).toBeUndefined();
	});

	it('lasts a minute where the service does not say for how long', () => {
		rememberRefusal('three', failure, undefined, undefined);
		expect(longRefusalOf('three')).toEqual({ failure, status: undefined, leftMs: MINUTE });
	});

	it('lasts an hour at most, whatever the service says', () => {
		rememberRefusal('four', failure, 429, 24 * 60 * MINUTE);
		expect(longRefusalOf('four')?.leftMs).toBe(60 * MINUTE);
	});

	it('concerns its own account alone', () => {
		rememberRefusal('five', failure, 429, MINUTE);
		expect(longRefusalOf('six')).toBeUndefined();
	});
});
