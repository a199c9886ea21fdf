/** Blanks, tabs, line ends, non-breaking and zero-width spaces: what looks empty is empty. */
const BLANK = /^[\s\u200b-\u200d\u2060\ufeff]*$/;

/** Whether a text holds nothing that can be seen. Other values than texts never do: 0 and false are values. */
export const isBlank = (value: unknown): value is string =>
	typeof value === 'string' && BLANK.test(value);

/** Whether there is nothing: null, undefined or a blank text. */
export const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || isBlank(value);
