const MOST_KEPT = 1_000;

const rounds = new Map<string, number>();

/** Counts the polls of a node in this process, from 0: for what is not done in each of them. */
export function nextRound(key: string): number {
	const round = rounds.get(key) ?? 0;
	rounds.delete(key);
	rounds.set(key, round + 1);
	if (rounds.size > MOST_KEPT) rounds.delete([...rounds.keys()][0]);
	return round;
}

/** Forgets all rounds, as a restart of n8n does. For tests. */
export function forgetRounds(): void {
	rounds.clear();
}
