/** Words that mean that nobody thought of the reader. */
const INTERNALS: readonly RegExp[] = [
	/\[object /,
	/\bundefined\b/,
	/\bNaN\b/,
	/cannot read propert/i,
	/is not (a function|iterable|an object)/i,
	/unexpected (token|end of)/i,
	/URI malformed/i,
	/invalid (time value|date|array length)/i,
	/\bat (async )?[\w.<>]+ \(/,
	/node_modules|\.[jt]s:\d+/,
	/<!doctype|<html/i,
	/maximum call stack/i,
	/must be of type/i,
	/"type" ?: ?"Buffer"/,
];

/** Longer than this and nobody reads it. */
const LONGEST_MESSAGE = 300;
const LONGEST_DESCRIPTION = 2_000;

/** A text that says that a write may have had its effect. */
export const SAYS_PERHAPS =
	/may or may not|perhaps|probably|took the change|was lost|look at the record/i;

/** A text that leads to the same write once more. */
export const SAYS_AGAIN = /\btry again|run (it|the item) again/i;

/** A text that claims that the request was repeated. */
export const SAYS_REPEATED = /several times|was repeated|tried again/i;

/**
 * What a reader would have to object to in an error.
 * @param given what the user typed in, which may be quoted
 */
export function objectionsToText(message: unknown, description: unknown, given = ''): string[] {
	const objections: string[] = [];
	if (typeof message !== 'string' || message.trim() === '') return ['no message'];
	const advice = typeof description === 'string' ? description : '';
	if (advice.trim() === '') objections.push('does not say what to do');
	if (message.length > LONGEST_MESSAGE) objections.push(`message of ${message.length} characters`);
	if (advice.length > LONGEST_DESCRIPTION) {
		objections.push(`description of ${advice.length} characters`);
	}
	const whole = `${message} ${advice}`;
	for (const pattern of INTERNALS) {
		const match = pattern.exec(whole);
		if (match && !given.includes(match[0])) objections.push(`shows internals: "${match[0]}"`);
	}
	return objections;
}
