/** Zones that move their clocks at different times, one by half an hour, two in the south, and one that never does. */
export const ZONES = [
	'UTC',
	'America/New_York',
	'Europe/Berlin',
	'Australia/Lord_Howe',
	'Pacific/Auckland',
] as const;

/**
 * Moments around the changes of clocks in those zones, in both directions, as texts without a zone: in UTC and on the
 * wall, skipped hours and repeated ones, midnights.
 */
export const EDGES = [
	'2026-03-08 02:30:00',
	'2026-03-08 07:00:00',
	'2026-03-29 02:30:00',
	'2026-03-29 01:00:00',
	'2026-10-25 02:30:00',
	'2026-10-25 00:59:59',
	'2026-11-01 01:30:00',
	'2026-11-01 06:00:00',
	'2026-04-04 14:30:00',
	'2026-04-05 02:45:00',
	'2026-09-26 14:00:00',
	'2026-10-04 02:15:00',
	'2026-01-01 00:00:00',
	'2026-12-31 23:59:59',
] as const;
