/**
 * Whether there is time for another request that takes as long as the slowest so far.
 *
 * @param budgetMs how long everything may take, from now on
 * @param now the clock, ms
 */
export function stopwatch(budgetMs: number, now: () => number = Date.now): () => boolean {
	const startedAt = now();
	let lastLap = startedAt;
	let slowest = 0;
	return () => {
		const lap = now();
		slowest = Math.max(slowest, lap - lastLap);
		lastLap = lap;
		return lap - startedAt + slowest <= budgetMs;
	};
}
