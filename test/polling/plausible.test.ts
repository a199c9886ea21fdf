import { agreedMoment, newestPlausible } from '../../nodes/shared/polling/plausible';

const day = 24 * 3_600_000;
const now = Date.UTC(2026, 0, 5, 9);

describe('the moment from which changes count', () => {
	it('is the clock of the service where this machine agrees, without a further question', async () => {
		const newest = jest.fn();
		expect(await agreedMoment(now, now + 30_000, newest)).toBe(now);
		expect(newest).not.toHaveBeenCalled();
	});

	it.each([
		['the service is a day ahead', now + day, now, now - 60_000, now],
		['this machine is a day behind', now, now - day, now - 60_000, now - 60_000],
		['this machine is a day ahead', now, now + day, now - 60_000, now],
		[
			'the newest record lies in the future and the service is ahead',
			now + day,
			now,
			now + 400 * day,
			now + day,
		],
	])('is the middle one when %s', async (_, told, own, newest, agreed) => {
		expect(await agreedMoment(told, own, async () => newest)).toBe(agreed);
	});

	it('is the earlier one where there is no record to ask', async () => {
		expect(await agreedMoment(now + day, now, async () => undefined)).toBe(now);
	});
});

describe('the newest value that is believed', () => {
	it.each([
		['the highest within the bound', [1, 5, 3], 10, 5],
		['not a single one beyond', [1, 5, 2_099], 10, 5],
		['not two beyond', [1, 2_098, 2_099], 10, 1],
		['the highest of all when three lie beyond', [1, 2_097, 2_098, 2_099], 10, 2_099],
		['none where there is none', [], 10, undefined],
		['none where only one is beyond', [2_099], 10, undefined],
	])('is %s', (_, values, bound, newest) => {
		expect(newestPlausible(values, bound)).toBe(newest);
	});
});
