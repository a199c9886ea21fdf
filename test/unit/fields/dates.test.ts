import fc from 'fast-check';

import { parseDay, parseMoment, wallTimeAt } from '../../../nodes/shared/fields/dates';

const ZONES = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Auckland'];

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

	it.each([
		['ten digits are seconds', 1_716_681_600, '2024-05-26T00:00:00Z'],
		['ten digits as text too', '1716681600', '2024-05-26T00:00:00Z'],
		['thirteen are milliseconds', '1716681600123', '2024-05-26T00:00:00.123Z'],
		['milliseconds of the seventies', 473_385_600_000, '1985-01-01T00:00:00Z'],
		['milliseconds before 1970', -473_385_600_000, '1955-01-01T00:00:00Z'],
	])('given as a number: %s', (_case, value, expected) => {
		expect(parseMoment(value, 'Asia/Tokyo')).toBe(utc(expected));
	});

	it('in the spelling of a service’s own answers is what that service means', () => {
		const own = (text: string) =>
			/ \d\d:\d\d:\d\d$/.test(text) ? utc(`${text.replace(' ', 'T')}Z`) : undefined;
		const read = (text: string) => parseMoment(text, 'America/New_York', own);
		expect(read('2026-07-01 14:30:00')).toBe(utc('2026-07-01T14:30:00Z'));
		expect(read('2026-07-01T14:30:00')).toBe(utc('2026-07-01T18:30:00Z'));
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
		0,
		45_072,
		'45072',
		46_204.5,
		1_716_681_600_123_456,
		'0050-01-01',
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
		['2023-05-26T00:00:00.000Z', 'America/New_York', '2023-05-26'],
		['2023-05-26T00:00:00+14:00', 'Pacific/Honolulu', '2023-05-26'],
	])('%s in %s is %s', (value, timezone, expected) => {
		expect(parseDay(value, timezone)).toBe(expected);
	});

	it('of a Date, of milliseconds, and of a date of n8n’s expressions at midnight is not moved', () => {
		const midnight = utc('2023-05-26T00:00:00Z');
		const local = { toISO: () => '2023-05-26T00:00:00.000-04:00' };
		for (const value of [new Date(midnight), midnight, midnight / 1000, local]) {
			expect(parseDay(value, 'America/New_York')).toBe('2023-05-26');
		}
	});

	it('of another moment is the day that clocks in the workflow’s zone show', () => {
		const evening = { toISO: () => '2023-05-26T23:30:00.000-04:00' };
		expect(parseDay(evening, 'America/New_York')).toBe('2023-05-26');
		expect(parseDay(evening, 'Europe/Berlin')).toBe('2023-05-27');
	});

	it('written as midnight in any zone is that day in every workflow', () => {
		const day = fc.date({
			min: new Date('1900-01-01'),
			max: new Date('2200-01-01'),
			noInvalidDate: true,
		});
		const zone = fc.constantFrom('Z', '+00:00', '-11:00', '+05:45', '+13:00', '-0330');
		const zones = fc.constantFrom(...ZONES);
		fc.assert(
			fc.property(day, zone, zones, (date, written, timezone) => {
				const name = date.toISOString().slice(0, 10);
				expect(parseDay(`${name}T00:00:00${written}`, timezone)).toBe(name);
				expect(parseDay(name, timezone)).toBe(name);
			}),
		);
	});

	it('is undefined for what is no date', () => {
		expect(parseDay('2026-02-30', 'UTC')).toBeUndefined();
		expect(parseDay({}, 'UTC')).toBeUndefined();
	});
});

describe('any moment', () => {
	it('with its zone is itself in every workflow, and clocks there show what they show', () => {
		const moment = fc.date({
			min: new Date('1975-01-01'),
			max: new Date('2200-01-01'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(moment, fc.constantFrom(...ZONES), (date, timezone) => {
				expect(parseMoment(date.toISOString(), timezone)).toBe(date.getTime());
				const wall = new Date(wallTimeAt(date.getTime(), timezone)).toISOString().slice(0, -1);
				const read = parseMoment(wall, timezone)!;
				// In the hour that clocks repeat, the text means either of two moments.
				expect([0, 1_800_000, 3_600_000]).toContain(Math.abs(read - date.getTime()));
			}),
		);
	});
});
