import type { ValueLayout } from '../../shared/fields/check';
import { parseMoment } from '../../shared/fields/dates';

/**
 * How Insightly writes dates, in answers (*observed*) and in bodies (Insightly API help page):
 * `yyyy-MM-dd HH:mm:ss`, UTC, no zone; a day is its midnight. Several choices are one text joined by `;` (*observed*).
 */
export const insightlyLayout: ValueLayout = {
	dateTime: formatUtc,
	date: (day) => `${day} 00:00:00`,
	choices: (values) => (values.length > 0 ? values.join(';') : null),
	readOwn: readAnswerTime,
};

/** The spelling of answers: a blank between day and time, seconds, no zone. Editors and people write a T, or no seconds. */
const ANSWER_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** A time as answers write it, which is UTC; undefined for any other text. */
export function readAnswerTime(text: string): number | undefined {
	return ANSWER_TIME.test(text) ? parseMoment(`${text.replace(' ', 'T')}Z`, 'UTC') : undefined;
}

/** Milliseconds UTC to `yyyy-MM-dd HH:mm:ss`. */
export function formatUtc(utc: number): string {
	return new Date(utc).toISOString().slice(0, 19).replace('T', ' ');
}
