/**
 * Milliseconds UTC as `updated_after_utc` takes them: ISO 8601 with `Z`, to the second (Insightly API help page, and
 * `date-time` in the v3.1 specification).
 */
export const formatSince = (utc: number): string => `${new Date(utc).toISOString().slice(0, 19)}Z`;

/** `yyyy-MM-dd HH:mm:ss` (UTC) to milliseconds; undefined for nothing and for the zero date that old records carry. */
export function parseUtc(value: unknown): number | undefined {
	if (typeof value !== 'string' || value === '' || value.startsWith('0000')) return undefined;
	const iso = /[zZ]|[+-]\d{2}:?\d{2}$/.test(value) ? value : `${value.replace(' ', 'T')}Z`;
	const time = Date.parse(iso);
	return Number.isNaN(time) ? undefined : time;
}
