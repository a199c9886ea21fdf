import { watchSilence } from '../../../nodes/shared/request/silence';

/** A stream as watchers see it, and a clock that moves only when it is told to. */
function quietStream(mostMs: number) {
	let now = 1_000_000;
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	const timers: Array<{ due: number; ring(): void }> = [];
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
		const controller = new AbortController();
		timers.push({ due: now + milliseconds, ring: () => controller.abort() });
		return controller.signal;
	});
	const taken: unknown[] = [];
	const stream = {
		destroyed: false,
		readableEnded: false,
		error: undefined as Error | undefined,
		push: (piece: unknown) => taken.push(piece) < 3,
		destroy(error?: Error) {
			this.destroyed = true;
			this.error = error;
		},
	};
	watchSilence(stream, mostMs);
	const pass = (milliseconds: number) => {
		const until = now + milliseconds;
		for (;;) {
			const next = timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
			if (!next) break;
			timers.splice(timers.indexOf(next), 1);
			now = next.due;
			next.ring();
		}
		now = until;
	};
	return { stream, pass, taken, timers };
}

afterEach(() => jest.restoreAllMocks());

describe('a file on its way', () => {
	it('is broken off when nothing comes for too long', () => {
		const { stream, pass } = quietStream(60_000);
		pass(59_999);
		expect(stream.destroyed).toBe(false);
		pass(1);
		expect(stream.error?.message).toBe('Nothing more came');
	});

	it('may take as long as it likes while pieces come', () => {
		const { stream, pass, taken } = quietStream(60_000);
		for (let piece = 0; piece < 100; piece++) {
			pass(50_000);
			stream.push(piece);
		}
		expect(stream.destroyed).toBe(false);
		expect(taken).toHaveLength(100);
		pass(60_000);
		expect(stream.destroyed).toBe(true);
	});

	it('goes on as it would unwatched: pieces are passed on, and whether more may follow', () => {
		const { stream } = quietStream(60_000);
		expect([1, 2, 3].map((piece) => stream.push(piece))).toEqual([true, true, false]);
	});

	it.each(['destroyed', 'readableEnded'] as const)('is left alone once it is over: %s', (how) => {
		const { stream, pass, timers } = quietStream(60_000);
		stream[how] = true;
		pass(120_000);
		expect(stream.error).toBeUndefined();
		expect(timers).toEqual([]);
	});

	it('that is none is not watched', () => {
		expect(() => watchSilence({}, 1)).not.toThrow();
		expect(() => watchSilence({ push: 1 }, 1)).not.toThrow();
	});
});
