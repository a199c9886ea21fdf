/** Texts of JSON, and the numbers between them. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

const MANY_DIGITS = /\d{16}/;

const WHOLE = /^-?\d{16,}$/;

/**
 * JSON as `JSON.parse` reads it, but whole numbers beyond 2^53 stay the text that they are: rounded, an ID would be
 * another record's. `{"id": 9007199254740993}` gives `{ id: '9007199254740993' }`.
 * @throws SyntaxError when it is no JSON
 */
export function parseJson(text: string): unknown {
	if (!MANY_DIGITS.test(text)) return JSON.parse(text) as unknown;
	const exact = text.replace(TOKENS, (token) => (isRounded(token) ? `"${token}"` : token));
	return JSON.parse(exact) as unknown;
}

/** Whether a text of JSON holds a whole number that reading would round. */
export const holdsRoundedNumber = (text: string): boolean =>
	MANY_DIGITS.test(text) && (text.match(TOKENS) ?? []).some(isRounded);

const isRounded = (token: string): boolean =>
	WHOLE.test(token) && !Number.isSafeInteger(Number(token));
