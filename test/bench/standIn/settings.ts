import type { RateWindow } from '../../../nodes/shared/request/types';
import type { WindowKind } from '../../support/rateWindows';

/** How the stand-in answers during one run. */
export interface StandInSettings {
	/** From the arrival of a request to its answer, ms. */
	latencyMs: number;
	/** Requests beyond it are answered 429 with `Retry-After: 1`; none: everything is let through. */
	limit?: RateWindow & { window: WindowKind };
	/** Records in each list. */
	records: number;
	/** Series of the insight. */
	series: number;
}

/** What arrived since the settings were made. */
export interface StandInReport {
	/** All requests, refused ones included. */
	sent: number;
	/** Answered 429. */
	refused: number;
	/** Writes that took effect more than once for the same record. */
	doubled: number;
	/** Distinct records that were written. */
	written: number;
	/** Moments at which requests were let through, ms since 1970; only where there is a limit. */
	passed: number[];
	/** Requests that the stand-in does not know: then the row measures something else than it says. */
	unknown: string[];
}

export interface Reply {
	status: number;
	/** JSON text. */
	body: string;
	headers?: Record<string, string>;
}

/** A request as the services read it. */
export interface Call {
	method: string;
	path: string;
	query: URLSearchParams;
	body: Record<string, unknown>;
}

/** Where effects are noted. */
export interface Ledger {
	/** Notes that a write to the named record took effect. */
	wrote(record: string): void;
}

export const ok = (value: unknown, headers?: Record<string, string>): Reply => ({
	status: 200,
	body: typeof value === 'string' ? value : JSON.stringify(value),
	headers,
});
