/** Longer than this and nobody reads it. */
const LONGEST_MESSAGE = 280;
const LONGEST_ADVICE = 1_500;

const capped = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most)}…` : text;

/** What happened, short enough to be read. */
export const cappedMessage = (text: string): string => capped(text, LONGEST_MESSAGE);

/** What to do about it, short enough to be read. */
export const cappedAdvice = (text: string): string => capped(text, LONGEST_ADVICE);
