import type { ApiRequest } from './types';

/** What a request cannot be sent with; its message says what happened, `description` what to do. */
export class UnsafeRequestError extends Error {
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
	}
}

/**
 * One variable part of a path, encoded so that it stays one part. Every path is put together with this.
 * @throws UnsafeRequestError for what would lead to another address: nothing, `.` and `..` in any spelling
 */
export function pathSegment(value: string | number): string {
	const text = String(value);
	if (isDots(text) || text.trim() === '') throw leadsAstray(text);
	try {
		return encodeURIComponent(text);
	} catch {
		// Half of a pair of UTF-16 characters.
		throw leadsAstray(text);
	}
}

const leadsAstray = (text: string): UnsafeRequestError =>
	new UnsafeRequestError(
		`"${text.slice(0, 60)}" cannot stand in an address`,
		'Names and IDs may not be empty, a dot or two dots. Check the value, or pick it from the list.',
	);

/** A dot, written plainly or encoded any number of times, at most twice and nothing else. */
const isDots = (text: string): boolean => /^(?:\.|%(?:25)*2e){1,2}$/i.test(text.trim());

/** Besides printable characters, headers take tabs; anything else ends a line or is taken out silently. */
const isUnprintable = (letter: string): boolean =>
	letter !== '\t' && (letter < ' ' || letter === '\u007f');

/**
 * The last look at a request before it leaves, whoever put it together.
 * @throws UnsafeRequestError for a path that would not stay as it is, and for a header that holds more than one line
 */
export function requireSafeRequest({ path, headers }: ApiRequest): void {
	const [first, ...segments] = path.split('/');
	const inner = segments.slice(0, -1);
	const last = segments[segments.length - 1] ?? '';
	if (first !== '' || inner.includes('') || [...inner, last].some(isDots)) {
		throw new UnsafeRequestError(
			`"${path.slice(0, 120)}" is not an address that can be asked for`,
			'One of the names or IDs in it is empty, a dot or two dots. Check the values of this item.',
		);
	}
	for (const [name, value] of Object.entries(headers ?? {})) {
		if (![...String(value)].some(isUnprintable)) continue;
		throw new UnsafeRequestError(
			`The value for ${name} has more than one line or a character that cannot be sent`,
			'Give it on one line, as the service showed it.',
		);
	}
}
