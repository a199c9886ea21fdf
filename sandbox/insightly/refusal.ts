/** Thrown wherever a request is refused; becomes the answer. */
export class Refusal extends Error {
	/**
	 * @param status HTTP status
	 * @param text what the answer says
	 * @param violation set when no correct client would have sent this: counted under this name
	 */
	constructor(
		readonly status: number,
		text: string,
		readonly violation?: string,
	) {
		super(text);
	}
}

/** 400: the data does not fit; the user's doing, not counted. */
export function invalid(text: string): Refusal {
	return new Refusal(400, text);
}

/** 400 that no correct client would earn: counted. */
export function clientBug(violation: string, text: string): Refusal {
	return new Refusal(400, text, violation);
}

/** 404 for a record that is not there. */
export function notFound(text = 'Record not found'): Refusal {
	return new Refusal(404, text);
}
