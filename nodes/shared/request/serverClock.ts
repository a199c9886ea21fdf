import type { ApiResponse } from './types';

/** The server's clock when it answered: its Date header, in milliseconds UTC, to the second. Undefined without one. */
export function serverNow({ headers }: Pick<ApiResponse, 'headers'>): number | undefined {
	const now = Date.parse(headers.date ?? '');
	return Number.isNaN(now) ? undefined : now;
}
