/** How a service writes a moment: from its UTC parts to its own layout. */
export type DateLayout = (iso: string) => string;

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
 * without one is read in `timezone` (an IANA name, usually the workflow's). Undefined if it is no date at all.
 */
export function parseMoment(value: unknown, timezone: string): number | undefined {
	if (value instanceof Date) return validTime(value.getTime());
	if (typeof value === 'number') return validTime(value);
	if (typeof value === 'object' && value !== null && 'toISO' in value) {
		return parseMoment(String((value as { toISO(): unknown }).toISO()), timezone);
	}
	if (typeof value !== 'string') return undefined;
	const parsed = parseText(value.trim());
	if (!parsed) return undefined;
	const asUtc = utcOf(parsed);
	if (asUtc === undefined) return undefined;
	if (parsed.zone !== undefined) return asUtc - zoneOffsetMs(parsed.zone);
	return asUtc - offsetAt(asUtc, timezone);
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

/** The day that a value names, as it is written there: no zone moves it. Undefined if it is no date. */
export function parseDay(value: unknown, timezone: string): string | undefined {
	if (typeof value === 'string') {
		const parsed = parseText(value.trim());
		if (parsed && utcOf(parsed) !== undefined && parsed.zone === undefined) {
			return value.trim().slice(0, 10);
		}
	}
	const moment = parseMoment(value, timezone);
	if (moment === undefined) return undefined;
	return new Date(moment + offsetAt(moment, timezone)).toISOString().slice(0, 10);
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
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: timezone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	}).formatToParts(instant);
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
