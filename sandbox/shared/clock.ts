/** The time a sandbox stamps records and answers with. */
export interface SandboxClock {
	/** Milliseconds since 1970, UTC. */
	now(): number;
	/** Stops the clock at a moment (ISO 8601 or ms), or where it stands. */
	freeze(at?: string | number): void;
	/** Moves the clock on (or back, with a negative number), running or frozen. */
	advance(milliseconds: number): void;
	/** Lets the clock run on from where it stands. */
	run(): void;
	/** Back to the real time, running. */
	reset(): void;
}

/**
 * A clock that follows the real time until it is frozen or moved.
 * @param startAt a moment (ISO 8601 or ms) at which the clock stands still from the beginning
 */
export function createClock(startAt?: string | number): SandboxClock {
	let frozenAt: number | undefined;
	let offset = 0;
	const now = () => frozenAt ?? Date.now() + offset;
	const clock: SandboxClock = {
		now,
		freeze(at) {
			frozenAt = at === undefined ? now() : toMilliseconds(at);
		},
		advance(milliseconds) {
			if (frozenAt === undefined) offset += milliseconds;
			else frozenAt += milliseconds;
		},
		run() {
			offset = now() - Date.now();
			frozenAt = undefined;
		},
		reset() {
			offset = 0;
			frozenAt = undefined;
		},
	};
	if (startAt !== undefined) clock.freeze(startAt);
	return clock;
}

function toMilliseconds(at: string | number): number {
	const milliseconds = typeof at === 'number' ? at : Date.parse(at);
	if (Number.isNaN(milliseconds)) throw new RangeError(`Not a moment in time: ${at}`);
	return milliseconds;
}
