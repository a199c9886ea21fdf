/** Counts what was tried, by group, and keeps what did not hold. */
export class Tally {
	readonly groups = new Map<string, { passed: number; failed: number }>();

	readonly failures: Array<{ group: string; name: string; why: string }> = [];

	/** One case: nothing to object to, or why it does not hold. */
	add(group: string, name: string, objections: readonly string[]): void {
		const counts = this.groups.get(group) ?? { passed: 0, failed: 0 };
		this.groups.set(group, counts);
		if (objections.length === 0) {
			counts.passed += 1;
			return;
		}
		counts.failed += 1;
		this.failures.push({ group, name, why: objections.join('; ') });
	}

	get passed(): number {
		return [...this.groups.values()].reduce((sum, { passed }) => sum + passed, 0);
	}

	get failed(): number {
		return [...this.groups.values()].reduce((sum, { failed }) => sum + failed, 0);
	}
}
