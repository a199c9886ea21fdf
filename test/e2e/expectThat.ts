/** Throws an Error with the given words when the condition does not hold. */
export function expectThat(condition: unknown, otherwise: string): asserts condition {
	if (!condition) throw new Error(otherwise);
}
