/** Thrown when the launcher cannot go on for a reason the user can do something about: the message is all they need. */
export class Stop extends Error {
	override name = 'Stop';
}

/** What was thrown, as one readable line. */
export function reasonOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
