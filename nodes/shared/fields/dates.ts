const DATE_TIME =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

interface Parsed {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	second: number;
	ms: number;
	zone: string | undefined;
}

/**
 * A date that a user or another node gives, as milliseconds since 1970 UTC. Text with a zone counts as it says; text
 * without one is read in `timezone` (an IANA name, usually the workflow's), unless it is the service's own spelling.
 * A number is milliseconds or, with ten digits, seconds; a smaller one is none. Undefined if it is no date at all.
 * @param readOwn reads the spelling of the service's own answers, which may say no zone and mean one
 */
export function parseMoment(
	value: unknown,
	timezone: string,
	readOwn?: (text: string) => number | undefined,
): number | undefined {
	if (value instanceof Date) return validTime(value.getTime());
	if (isNumeric(value)) return numericTime(Number(value));
	if (typeof value === 'object' && value !== null && 'toISO' in value) {
		return parseMoment(String((value as { toISO(): unknown }).toISO()), timezone);
	}
	if (typeof value !== 'string') return undefined;
	const own = readOwn?.(value.trim());
	if (own !== undefined) return own;
	const parsed = parseText(value.trim());
	if (!parsed) return undefined;
	const asUtc = utcOf(parsed);
	if (asUtc === undefined) return undefined;
	if (parsed.zone !== undefined) return asUtc - zoneOffsetMs(parsed.zone);
	return asUtc - offsetAt(asUtc, timezone);
}

/** A number, or text that is nothing but one. */
export const isNumeric = (value: unknown): boolean =>
	typeof value === 'number' ||
	(typeof value === 'string' && /^-?\d{5,}(?:\.\d+)?$/.test(value.trim()));

/** Seconds since 1970 have ten digits between September 2001 and the year 2286. */
const FIRST_SECONDS = 1_000_000_000;
const FIRST_MILLISECONDS = 10_000_000_000;
/** The last millisecond of the year 9999: more are other units. */
const LAST_MILLISECONDS = 253_402_300_799_999;

/** Small numbers are no dates that anybody means: spreadsheets count days, and 45,072 of them are the year 2023. */
function numericTime(number: number): number | undefined {
	const size = Math.abs(number);
	if (number >= FIRST_SECONDS && number < FIRST_MILLISECONDS) return Math.round(number * 1000);
	return size >= FIRST_MILLISECONDS && size <= LAST_MILLISECONDS ? Math.round(number) : undefined;
}

/** Text that names a day and a time but no zone, as milliseconds of a calendar without zones. Undefined for anything else. */
export function parseWallTime(value: unknown): number | undefined {
	const parsed = typeof value === 'string' ? parseText(value.trim()) : undefined;
	return parsed && parsed.zone === undefined ? utcOf(parsed) : undefined;
}

/** What clocks in `timezone` show at a moment (milliseconds UTC), as milliseconds of a calendar without zones. */
export const wallTimeAt = (utc: number, timezone: string): number =>
	utc + offsetAtInstant(utc, timezone);

/** Whether a text is the name of a time zone, such as Europe/London. */
export function isTimezone(name: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: name }));
	} catch {
		return false;
	}
}

/**
 * The day that a value names. Written without a zone it is that day; midnight in the zone that is written with it is that
 * day there, wherever the workflow is; another moment is a day in `timezone`. Undefined if it is no date.
 */
export function parseDay(value: unknown, timezone: string): string | undefined {
	const written = writtenTime(value);
	const parsed = written === undefined ? undefined : parseText(written);
	if (parsed) {
		const wallTime = utcOf(parsed);
		if (wallTime === undefined) return undefined;
		if (parsed.zone === undefined || wallTime % DAY_MS === 0) return dayOf(wallTime);
	}
	const moment = parseMoment(value, timezone);
	return moment === undefined ? undefined : dayOf(wallTimeAt(moment, timezone));
}

const DAY_MS = 86_400_000;

const dayOf = (wallTime: number): string => new Date(wallTime).toISOString().slice(0, 10);

/** A date as text with its zone: dates of JavaScript and numbers are UTC, those of n8n's expressions say theirs. */
function writtenTime(value: unknown): string | undefined {
	if (typeof value === 'string' && !isNumeric(value)) return value.trim();
	if (typeof value === 'object' && value !== null && 'toISO' in value) {
		return String((value as { toISO(): unknown }).toISO());
	}
	const moment = value instanceof Date || isNumeric(value) ? parseMoment(value, 'UTC') : undefined;
	return moment === undefined ? undefined : new Date(moment).toISOString();
}

function parseText(value: string): Parsed | undefined {
	const match = DATE_TIME.exec(value);
	if (!match) return undefined;
	const [year, month, day, hour, minute, second] = match
		.slice(1, 7)
		.map((part) => Number(part ?? 0));
	const ms = Number((match[7] ?? '0').padEnd(3, '0').slice(0, 3));
	return { year, month, day, hour, minute, second, ms, zone: match[8] };
}

/** Undefined for days and times that do not exist, such as 30 February or 25:00. */
function utcOf({ year, month, day, hour, minute, second, ms }: Parsed): number | undefined {
	const time = Date.UTC(year, month - 1, day, hour, minute, second, ms);
	const back = new Date(time);
	const exists =
		back.getUTCFullYear() === year &&
		back.getUTCMonth() === month - 1 &&
		back.getUTCDate() === day &&
		back.getUTCHours() === hour &&
		minute < 60 &&
		second < 60;
	return exists ? time : undefined;
}

const validTime = (time: number): number | undefined => (Number.isNaN(time) ? undefined : time);

function zoneOffsetMs(zone: string): number {
	if (zone.toUpperCase() === 'Z') return 0;
	const [hours, minutes] = [zone.slice(1, 3), zone.slice(-2)].map(Number);
	return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/**
 * How far `timezone` is ahead of UTC at a wall-clock time, in milliseconds. In the hour that daylight saving skips or
 * repeats, the later offset counts.
 */
function offsetAt(wallTime: number, timezone: string): number {
	const guess = offsetAtInstant(wallTime, timezone);
	return offsetAtInstant(wallTime - guess, timezone);
}

function offsetAtInstant(instant: number, timezone: string): number {
	const parts = formatOf(timezone).formatToParts(instant);
	const part = (type: Intl.DateTimeFormatPartTypes): number =>
		Number(parts.find((found) => found.type === type)?.value ?? 0);
	const wall = Date.UTC(
		part('year'),
		part('month') - 1,
		part('day'),
		part('hour'),
		part('minute'),
		part('second'),
	);
	return wall - Math.floor(instant / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	formats.set(timeZone, format);
	return format;
}
