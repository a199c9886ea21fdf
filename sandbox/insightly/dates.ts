const DAY = 86_400;
const days = new Map<number, string>();

/** `yyyy-MM-dd HH:mm:ss`, UTC, as every answer spells a moment. */
export function stamp(milliseconds: number): string {
	const seconds = Math.floor(milliseconds / 1000);
	const day = Math.floor(seconds / DAY);
	const rest = seconds - day * DAY;
	const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(twoDigits);
	return `${dayText(day)} ${time.join(':')}`;
}

/** Days are kept, because spelling them out is what costs when 200,000 records are dated. */
function dayText(day: number): string {
	const known = days.get(day);
	if (known !== undefined) return known;
	const text = new Date(day * DAY * 1000).toISOString().slice(0, 10);
	days.set(day, text);
	return text;
}

function twoDigits(value: number): string {
	return value < 10 ? `0${value}` : String(value);
}

const DOCUMENTED = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;
const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const FILTER = /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}:\d{2}(\.\d+)?Z?)?$/;

/**
 * A date in a body, brought into the answer's spelling; undefined when it is not one.
 * @param input what is taken: the documented spelling, or ISO 8601 as well (no zone means UTC)
 */
export function readBodyDate(text: string, input: 'documented' | 'iso'): string | undefined {
	if (DOCUMENTED.test(text)) return isReal(text) ? text : undefined;
	if (input !== 'iso' || !ISO.test(text) || !isReal(text)) return undefined;
	const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text) && text.includes('T');
	const milliseconds = Date.parse(zoned || !text.includes('T') ? text : `${text}Z`);
	return Number.isNaN(milliseconds) ? undefined : stamp(milliseconds);
}

/**
 * The value of `updated_after_utc` in the answer's spelling; undefined when it is not a date.
 * Taken are ISO 8601 with Z (documented), the answer's own spelling (observed) and a bare date (observed).
 */
export function readFilterDate(text: string): string | undefined {
	if (!FILTER.test(text) || !isReal(text)) return undefined;
	const full = text.length === 10 ? `${text} 00:00:00` : text.slice(0, 19).replace('T', ' ');
	return full;
}

/** Catches 30 February and 25 o'clock. */
function isReal(text: string): boolean {
	const [year, month, day] = text.slice(0, 10).split('-').map(Number);
	const date = new Date(Date.UTC(year, month - 1, day));
	const [hour, minute, second] = [text.slice(11, 13), text.slice(14, 16), text.slice(17, 19)];
	const clockIsReal = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && clockIsReal;
}
