interface Progress {
	/** Fingerprint of the kept state that the progress was made from. */
	base: string;
	state: unknown;
}

const maxKept = 200;
const made = new Map<string, Progress>();

/**
 * Notes what a poll that handed out nothing has read.
 *
 * n8n's durable scheduler keeps no state for a poll that returns nothing, unless it runs at activation. A
 * long stretch of changes none of which is wanted would be read again from its start for ever, and a
 * trigger whose account changed while it was active would be armed anew by each poll. This lets the next
 * poll in the same process go on. It repeats nothing: no rows were handed out in between.
 */
export function noteProgress(key: string, base: string, state: unknown): void {
	made.delete(key);
	made.set(key, { base, state });
	if (made.size > maxKept) made.delete([...made.keys()][0]);
}

/** The progress made from exactly this kept state, if any. */
export function progressSince(key: string, base: string): unknown {
	const progress = made.get(key);
	return progress?.base === base ? progress.state : undefined;
}

/** Forgets all progress, as a restart of n8n does. For tests. */
export function forgetProgress(): void {
	made.clear();
}
