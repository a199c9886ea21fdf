const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
	formats.set(timeZone, format);
	return format;
}

/** `YYYY-MM-DD HH:MM:SS` as clocks in a zone show a moment (ms UTC): no answer names the zone. */
export function stamp(milliseconds: number, timeZone: string): string {
	const parts = formatOf(timeZone).formatToParts(milliseconds);
	const part = (type: Intl.DateTimeFormatPartTypes) =>
		parts.find((one) => one.type === type)?.value ?? '';
	return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?$/;

/** Whether a text is a day or moment that exists, in the API's spelling. Fractions of seconds were seen to be taken. */
export function isApiDate(value: unknown, type: 'date' | 'datetime'): boolean {
	if (typeof value !== 'string') return false;
	if (!DAY.test(value) && !(MOMENT.test(value) || (type === 'date' && MOMENT.test(value)))) {
		return false;
	}
	const moment = new Date(`${value.slice(0, 10)}T${value.slice(11, 19) || '00:00:00'}Z`);
	return (
		!Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === value.slice(0, 10)
	);
}
