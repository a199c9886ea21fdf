/** Works on many things, so many at once; in the order in which they come. */
export async function inLanes<T>(
	lanes: number,
	work: Iterable<T>,
	task: (one: T, lane: number) => Promise<void>,
): Promise<void> {
	const next = work[Symbol.iterator]();
	const lane = async (number: number) => {
		for (let one = next.next(); !one.done; one = next.next()) await task(one.value, number);
	};
	await Promise.all(Array.from({ length: lanes }, async (_, number) => await lane(number)));
}
