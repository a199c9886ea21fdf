import type { ValueLayout } from '../../shared/fields/check';
import { isTimezone, wallTimeAt } from '../../shared/fields/dates';
import type { FormReader } from '../../shared/form/formReader';

/** The API's times carry no zone, and nothing says which one is meant; users can tell in an option. */
const DEFAULT_TIMEZONE = 'UTC';

/** Milliseconds of a calendar without zones as `YYYY-MM-DD HH:MM:SS` (API v4 page). */
export const formatWallTime = (wallTime: number): string =>
	new Date(wallTime).toISOString().slice(0, 19).replace('T', ' ');

/**
 * `YYYY-MM-DD HH:MM:SS` as milliseconds of a calendar without zones: good for comparing and adding, never for comparing
 * with a clock. Undefined for anything that is no date.
 */
export function parseApiTime(value: unknown): number | undefined {
	if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d/.test(value) || value.startsWith('0000')) {
		return undefined;
	}
	const time = Date.parse(`${value.slice(0, 19).replace(' ', 'T')}${value.length > 10 ? 'Z' : ''}`);
	return Number.isNaN(time) ? undefined : time;
}

/** Several values of one field are one text with semicolons (vendor's help centre). */
const joinedValues = (values: unknown[]): string => values.join(';');

/** How checked values are written: moments in the CRM's zone, flags as 1 and 0. */
export const spotlerLayout = (timezone: string): ValueLayout => ({
	dateTime: (utc) => formatWallTime(wallTimeAt(utc, timezone)),
	localDateTime: formatWallTime,
	date: (day) => day,
	boolean: (value) => (value ? 1 : 0),
	choices: joinedValues,
	list: joinedValues,
});

/**
 * The user's CRM Time Zone option.
 * @throws NodeOperationError when it is no time zone.
 */
export function crmTimezone(form: FormReader): string {
	const name = String(form.collection('options').timezone ?? '').trim() || DEFAULT_TIMEZONE;
	if (isTimezone(name)) return name;
	throw form.refuse(
		`"${name}" is not a time zone`,
		'Write it like Europe/London or UTC in the option CRM Time Zone.',
	);
}
