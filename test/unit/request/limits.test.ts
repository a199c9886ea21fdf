import { pollDeadline, stopSignalOf, withTimeLimit } from '../../../nodes/shared/request/limits';
import type { RequestContext } from '../../../nodes/shared/request/types';

const context = (parts: object): RequestContext => parts as RequestContext;

/** Time limits that are over when the test says so. */
function heldTimers() {
	const timers: Array<{ milliseconds: number; end(): void }> = [];
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
		const controller = new AbortController();
		timers.push({ milliseconds, end: () => controller.abort() });
		return controller.signal;
	});
	return timers;
}

afterEach(() => jest.restoreAllMocks());

describe('the end of a poll', () => {
	it('is a little before the budget that n8n gives it', () => {
		jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
		expect(pollDeadline(context({ getPollBudgetMs: () => 100_000 }))).toBe(1_095_000);
	});

	it.each([{}, { getPollBudgetMs: undefined }, { getPollBudgetMs: 5 }])(
		'is unknown: %j',
		(parts) => {
			expect(pollDeadline(context(parts))).toBeUndefined();
		},
	);
});

describe('the signal of the stop button', () => {
	it('is the execution’s, where there is one', () => {
		const { signal } = new AbortController();
		expect(stopSignalOf(context({ getExecutionCancelSignal: () => signal }))).toBe(signal);
		expect(stopSignalOf(context({}))).toBeUndefined();
	});
});

describe('the time limit of one request', () => {
	const signalOf = (limited: RequestContext) => stopSignalOf(limited) as AbortSignal;

	it('gives the whole answer five times the time that it has to begin in', () => {
		const [timers, limited] = [heldTimers(), withTimeLimit(context({}), 60_000)];
		expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([300_000]);
		expect([limited.isOver(), signalOf(limited.context).aborted]).toEqual([false, false]);
		timers[0].end();
		expect([limited.isOver(), signalOf(limited.context).aborted]).toEqual([true, true]);
	});

	it('also ends with the execution, which is not its own end', () => {
		heldTimers();
		const stop = new AbortController();
		const whole = context({ getExecutionCancelSignal: () => stop.signal });
		const limited = withTimeLimit(whole, 60_000);
		stop.abort();
		expect(signalOf(limited.context).aborted).toBe(true);
		expect(limited.isOver()).toBe(false);
	});

	it('is no longer than timers can be', () => {
		const timers = heldTimers();
		withTimeLimit(context({}), 10 ** 12);
		expect(timers[0].milliseconds).toBe(2 ** 31 - 1);
	});

	it('leaves everything else of the context as it is', () => {
		heldTimers();
		const helpers = {};
		expect(withTimeLimit(context({ helpers }), 1).context.helpers).toBe(helpers);
	});
});
