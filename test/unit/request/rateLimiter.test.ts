import { sleep } from 'n8n-workflow';

import { RateLimiter } from '../../../nodes/shared/request/rateLimiter';

const SECOND = [{ requests: 10, perMs: 1_000 }];

/** A server that counts arrivals in a sliding second; requests travel for `travelMs(n)` and are answered after 20 ms. */
function server(travelMs: (n: number) => number) {
	const arrivals: number[] = [];
	let sent = 0;
	const request = async () => {
		const travel = travelMs(sent++);
		await sleep(travel);
		arrivals.push(Date.now());
		await sleep(20);
	};
	const busiestSecond = () =>
		Math.max(
			...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 1_000).length),
		);
	return { request, arrivals, busiestSecond };
}

describe('the rate limiter of an account', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const runAll = async (limiter: RateLimiter, count: number, request: () => Promise<void>) => {
		const all = Promise.all(Array.from({ length: count }, async () => await limiter.run(request)));
		await jest.runAllTimersAsync();
		await all;
	};

	it('lets no more through in any second than the account allows', async () => {
		const { request, busiestSecond, arrivals } = server(() => 5);
		await runAll(new RateLimiter(SECOND, 6), 60, request);
		expect(arrivals).toHaveLength(60);
		expect(busiestSecond()).toBe(10);
	});

	it('counts requests from when they arrive, although the first ones travel longer', async () => {
		const { request, busiestSecond } = server((n) => (n < 10 ? 300 : 5));
		await runAll(new RateLimiter(SECOND, 6), 40, request);
		expect(busiestSecond()).toBeLessThanOrEqual(10);
	});

	it('keeps within several windows at once', async () => {
		const { request, arrivals } = server(() => 5);
		const limiter = new RateLimiter([...SECOND, { requests: 15, perMs: 60_000 }], 6);
		await runAll(limiter, 20, request);
		const firstMinute = arrivals.filter((at) => at < arrivals[0] + 60_000);
		expect(firstMinute).toHaveLength(15);
	});

	it('has no more under way than it may', async () => {
		let underWay = 0;
		let most = 0;
		await runAll(new RateLimiter([], 3), 20, async () => {
			most = Math.max(most, ++underWay);
			await sleep(50);
			underWay -= 1;
		});
		expect(most).toBe(3);
	});

	it('serves first come first', async () => {
		const order: number[] = [];
		const limiter = new RateLimiter([{ requests: 2, perMs: 100 }], 1);
		const all = Promise.all(
			Array.from({ length: 6 }, async (_, n) => await limiter.run(async () => order.push(n))),
		);
		await jest.runAllTimersAsync();
		await all;
		expect(order).toEqual([0, 1, 2, 3, 4, 5]);
	});

	it('goes on after a request that fails', async () => {
		const limiter = new RateLimiter(SECOND, 1);
		const failing = expect(
			limiter.run(async () => await Promise.reject(new Error('no'))),
		).rejects.toThrow('no');
		const next = limiter.run(async () => await Promise.resolve('yes'));
		await jest.runAllTimersAsync();
		await failing;
		await expect(next).resolves.toBe('yes');
	});

	it('holds everything back while the server asked for a pause', async () => {
		const started = Date.now();
		const limiter = new RateLimiter(SECOND, 6);
		limiter.pause(5_000);
		let at = 0;
		const run = limiter.run(async () => {
			at = Date.now();
			return await Promise.resolve();
		});
		await jest.runAllTimersAsync();
		await run;
		expect(at - started).toBeGreaterThanOrEqual(5_000);
	});
});
