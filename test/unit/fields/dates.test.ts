import { parseDay, parseMoment } from '../../../nodes/shared/fields/dates';

const utc = (text: string) => Date.parse(text);

describe('a moment', () => {
	it.each([
		['2026-07-01T14:30:00Z', 'Europe/Berlin', '2026-07-01T14:30:00Z'],
		['2026-07-01T14:30:00+02:00', 'UTC', '2026-07-01T12:30:00Z'],
		['2026-07-01T14:30:00-0330', 'UTC', '2026-07-01T18:00:00Z'],
		['2026-07-01 14:30:00', 'Europe/Berlin', '2026-07-01T12:30:00Z'],
		['2026-01-01 14:30:00', 'Europe/Berlin', '2026-01-01T13:30:00Z'],
		['2026-07-01T14:30', 'America/New_York', '2026-07-01T18:30:00Z'],
		['2026-07-01', 'Asia/Kolkata', '2026-06-30T18:30:00Z'],
		['2026-07-01T14:30:00.123456Z', 'UTC', '2026-07-01T14:30:00.123Z'],
	])('%s in %s is %s', (value, timezone, expected) => {
		expect(parseMoment(value, timezone)).toBe(utc(expected));
	});

	it('may be a Date, milliseconds, or a date object of n8n’s expressions', () => {
		const time = utc('2026-07-01T14:30:00Z');
		expect(parseMoment(new Date(time), 'UTC')).toBe(time);
		expect(parseMoment(time, 'Europe/Berlin')).toBe(time);
		expect(parseMoment({ toISO: () => '2026-07-01T16:30:00.000+02:00' }, 'UTC')).toBe(time);
	});

	it('counts daylight saving on both sides of the change', () => {
		expect(parseMoment('2026-03-29 01:59:59', 'Europe/Berlin')).toBe(utc('2026-03-29T00:59:59Z'));
		expect(parseMoment('2026-03-29 03:00:00', 'Europe/Berlin')).toBe(utc('2026-03-29T01:00:00Z'));
	});

	it.each([
		'',
		'soon',
		'2026-13-01',
		'2026-02-30',
		'2026-07-01T25:00:00Z',
		'2026-07-01T14:61:00Z',
		'01/07/2026',
		'7',
		true,
		{},
		[],
		new Date(Number.NaN),
		Number.NaN,
	])('%j is none', (value) => {
		expect(parseMoment(value, 'UTC')).toBeUndefined();
	});
});

describe('a day', () => {
	it.each([
		['2026-07-01', 'America/New_York', '2026-07-01'],
		['2026-07-01T00:00:00', 'Europe/Berlin', '2026-07-01'],
		['2026-07-01 23:59:59', 'Asia/Tokyo', '2026-07-01'],
		['2026-07-01T00:00:00.000+02:00', 'Europe/Berlin', '2026-07-01'],
		['2026-06-30T22:00:00Z', 'Europe/Berlin', '2026-07-01'],
	])('%s in %s is %s', (value, timezone, expected) => {
		expect(parseDay(value, timezone)).toBe(expected);
	});

	it('is undefined for what is no date', () => {
		expect(parseDay('2026-02-30', 'UTC')).toBeUndefined();
		expect(parseDay({}, 'UTC')).toBeUndefined();
	});
});
