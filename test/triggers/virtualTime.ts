/* eslint-disable @n8n/community-nodes/no-restricted-globals */
let now = Date.UTC(2026, 2, 2, 9);

/** How far a clock is ahead of the true time, ms. */
const offsets = { n8n: 0, service: 0 };

/** The time of a history, ms UTC: moves only when something takes time. */
export const virtualNow = (): number => now;

/** What the service's own clock shows. */
export const serviceNow = (): number => now + offsets.service;

/** Lets time pass. */
export function pass(milliseconds: number): void {
	now += milliseconds;
}

/** Puts a clock forward or back, to so many ms ahead of the true time. */
export function setClock(whose: keyof typeof offsets, ms: number): void {
	offsets[whose] = ms;
}

/** Puts the time back to where every history begins, with clocks that are right. */
export function beginAt(moment: number): void {
	now = moment;
	Object.assign(offsets, { n8n: 0, service: 0 });
}

/**
 * Puts the clock and the timers of this process on virtual time, so that waits are taken as they are and none is waited
 * for. Timers of a history follow each other, so the next one is simply due.
 */
export function useVirtualTime(): void {
	Date.now = () => now + offsets.n8n;
	const virtualTimeout = (run: (...values: unknown[]) => void, delay = 0, ...values: unknown[]) =>
		setImmediate(() => {
			now += delay;
			run(...values);
		});
	globalThis.setTimeout = virtualTimeout as unknown as typeof setTimeout;
	const clear = (timer: unknown) => clearImmediate(timer as NodeJS.Immediate);
	globalThis.clearTimeout = clear as unknown as typeof clearTimeout;
}
