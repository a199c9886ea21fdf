import { createClock, createRateLimiter, createRouter, parseMultipart } from '../../sandbox/shared';

describe('The clock of a sandbox', () => {
	it('stands still, moves on command and runs on from there', () => {
		const clock = createClock('2026-03-01T10:00:00Z');
		const start = Date.UTC(2026, 2, 1, 10);
		expect(clock.now()).toBe(start);
		clock.advance(5000);
		expect(clock.now()).toBe(start + 5000);
		clock.freeze('2026-03-02T00:00:00Z');
		expect(clock.now()).toBe(Date.UTC(2026, 2, 2));
		clock.run();
		expect(clock.now()).toBeGreaterThanOrEqual(Date.UTC(2026, 2, 2));
		expect(clock.now()).toBeLessThan(Date.UTC(2026, 2, 3));
	});

	it('follows the real time, moved by what it was advanced', () => {
		const clock = createClock();
		clock.advance(86_400_000);
		expect(clock.now()).toBeGreaterThan(Date.now() + 86_000_000);
		clock.reset();
		expect(Math.abs(clock.now() - Date.now())).toBeLessThan(60_000);
	});

	it('takes no nonsense for a moment', () => {
		expect(() => createClock('soon')).toThrow(RangeError);
	});
});

describe('The rate limiter', () => {
	const limiterAt = (perSecond: number, perDay: number) => {
		const time = { second: 0, day: 0 };
		const limiter = createRateLimiter(
			{ perSecond, perDay },
			() => time.second,
			() => time.day,
		);
		return { time, limiter };
	};

	it('lets so many through in any second, not in each second of the clock', () => {
		const { time, limiter } = limiterAt(2, 0);
		const takenAt = (moment: number) => {
			time.second = moment;
			return limiter.take();
		};
		expect([0, 900, 950].map(takenAt)).toEqual(['let through', 'let through', 'over the second']);
		expect([1000, 1100, 1901].map(takenAt)).toEqual([
			'let through',
			'over the second',
			'let through',
		]);
	});

	it('starts the day again at midnight', () => {
		const { time, limiter } = limiterAt(0, 1);
		expect([limiter.take(), limiter.take()]).toEqual(['let through', 'over the day']);
		time.day = 86_400_000;
		expect(limiter.today()).toEqual({ limit: 1, remaining: 1 });
		expect(limiter.take()).toBe('let through');
	});

	it('follows limits that are changed while it runs', () => {
		const { limiter } = limiterAt(1, 0);
		limiter.take();
		expect(limiter.take()).toBe('over the second');
		limiter.options.perSecond = 0;
		expect(limiter.take()).toBe('let through');
	});
});

describe('The router', () => {
	const routes = ['GET /Users/Me', 'GET /Users/{id}', 'POST /Users/{id}/Tags/{tag}', 'PUT /Users'];
	const router = createRouter(
		routes.map((route) => {
			const [method, path] = route.split(' ');
			return { method, path, value: route };
		}),
		{ accepts: (name, value) => name !== 'id' || /^\d+$/.test(value) },
	);

	it('prefers a fixed segment and decodes the others', () => {
		expect(router.find('GET', '/users/me')).toMatchObject({ value: 'GET /Users/Me' });
		expect(router.find('POST', '/Users/7/Tags/a%20b%2Fc')).toMatchObject({
			params: { id: '7', tag: 'a b/c' },
		});
	});

	it('tells a wrong verb from an unknown path', () => {
		expect(router.find('DELETE', '/Users/7')).toEqual({ kind: 'wrong verb', allowed: ['GET'] });
		expect(router.find('GET', '/Users/seven').kind).toBe('unknown path');
		expect(router.find('GET', '/Users/7/Tags').kind).toBe('unknown path');
		expect(router.find('POST', '/Users/7/Tags/').kind).toBe('unknown path');
		expect(router.find('GET', '//Users/7').kind).toBe('unknown path');
	});
});

describe('A multipart body', () => {
	const parse = async (text: string, type = 'multipart/form-data; boundary="x y"') =>
		await parseMultipart({
			method: 'POST',
			path: '/',
			query: [],
			headers: { 'content-type': type },
			body: Buffer.from(text),
		});

	it('is taken apart into its parts', async () => {
		const text =
			'--x y\r\nContent-Disposition: form-data; name="note"\r\n\r\nhi\r\n' +
			'--x y\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n' +
			'Content-Type: text/plain\r\n\r\nline\r\n\r\nend\r\n--x y--\r\n';
		const parts = (await parse(text))?.map(({ content, ...rest }) => ({
			...rest,
			text: String(content),
		}));
		expect(parts).toEqual([
			{ name: 'note', fileName: undefined, type: undefined, text: 'hi' },
			{ name: 'file', fileName: 'a.txt', type: 'text/plain', text: 'line\r\n\r\nend' },
		]);
	});

	it('is recognised as broken or as something else', async () => {
		expect(await parse('--x y\r\nnonsense\r\n--x y--')).toBeUndefined();
		expect(await parse('{}', 'application/json')).toBeUndefined();
	});
});
