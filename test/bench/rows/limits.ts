import type { RateWindow } from '../../../nodes/shared/request/types';
import { windowKinds, type WindowKind } from '../../support/rateWindows';
import { environment } from '../../../scripts/start/machine';
import type { StandInSettings } from '../standIn';

/** As Insightly publishes it. */
export const TEN_A_SECOND: RateWindow = { requests: 10, perMs: 1_000 };

const LATENCY_MS = 150;

/** How the stand-in counts: sliding, unless BENCH_WINDOW says fixed or bucket. */
const kind = (): WindowKind =>
	windowKinds.find((one) => one === environment.BENCH_WINDOW) ?? 'sliding';

/** Answers at once and lets everything through: what is measured is n8n and its nodes. */
export const atOnce = (records = 0, series = 0): StandInSettings => ({
	latencyMs: 0,
	records,
	series,
});

/** 150 ms for each answer; more than ten in a second are refused. */
export const likeTheService = (records = 0): StandInSettings => ({
	latencyMs: LATENCY_MS,
	limit: { ...TEN_A_SECOND, window: kind() },
	records,
	series: 0,
});

/** The exact least time of so many requests: as many windows as must have passed, and the last answer. */
export const floorOf = (requests: number): number =>
	Math.ceil(requests / TEN_A_SECOND.requests) - 1 + LATENCY_MS / 1_000;
