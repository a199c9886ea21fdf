/**
 * A clock for durations: goes with the machine's, but never back. When somebody puts the machine's clock back, it goes on
 * from where it stood, so that nobody waits until the time of before has come again.
 */
export class SteadyClock {
	private latest = -Infinity;

	private aheadMs = 0;

	/** Milliseconds; only good for comparing with another reading of the same clock. */
	now(): number {
		const told = Date.now() + this.aheadMs;
		if (told < this.latest) this.aheadMs += this.latest - told;
		this.latest = Math.max(this.latest, told);
		return this.latest;
	}
}
