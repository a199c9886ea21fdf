import type { JsonObject, JsonValue } from '../shared/json';
import type { World } from './call';
import { moment, type Insight } from './model';
import { invalid } from './refusal';

/** A result is fresh for this long. The service's own limits depend on the insight; one is enough here. */
const FRESH_MS = 60_000;

/** The lazy mode is content with a result this old. */
const LAZILY_FRESH_MS = 10 * 60_000;

/** The query's status is told for this long after its end. */
export const STATUS_KEPT_MS = 10 * 60_000;

/** What an insight's answer says about its result. */
export interface Computed {
	result: JsonValue;
	isCached: boolean;
	status: JsonObject | null;
}

const MODES = [
	'force_cache',
	'blocking',
	'async',
	'lazy_async',
	'force_blocking',
	'force_async',
	'async_except_on_cache_miss',
];

/** The mode that a refresh parameter means; unknown words mean the cache, old-style yes-words a computation. */
export function refreshMode(text: string | undefined, world: World): string {
	if (text === undefined) return 'force_cache';
	if (text === 'async_except_on_cache_miss' && !world.switches.knowsAsyncExceptOnCacheMiss) {
		return 'force_cache';
	}
	if (MODES.includes(text)) return text;
	return ['true', '1', 'yes', ''].includes(text.toLowerCase()) ? 'force_blocking' : 'force_cache';
}

/**
 * Answers with what the mode asks for, and computes now or in the background where it says so.
 * @throws Refusal 400 when the query is one that the user has to mend
 */
export function compute(world: World, insight: Insight, mode: string): Computed {
	settle(world, insight);
	const age = insight.cached ? world.clock.now() - insight.cached.at : Infinity;
	const isFresh = age < (mode === 'lazy_async' ? LAZILY_FRESH_MS : FRESH_MS);
	if (mode === 'force_cache' || (isFresh && !mode.startsWith('force_'))) {
		return fromCache(world, insight);
	}
	const isMiss = insight.cached === undefined;
	const isBlocking =
		['blocking', 'force_blocking'].includes(mode) ||
		(mode === 'async_except_on_cache_miss' && isMiss);
	return isBlocking ? computeNow(world, insight) : computeLater(world, insight, mode);
}

function fromCache(world: World, insight: Insight): Computed {
	const kept = world.switches.failedStatus === 'kept' ? failedStatus(world, insight) : null;
	return {
		result: insight.cached?.result ?? null,
		isCached: insight.cached !== undefined,
		status: insight.running ? runningStatus(insight, insight.running) : kept,
	};
}

function computeNow(world: World, insight: Insight): Computed {
	const { breaks } = insight;
	if (world.busyFor > 0) {
		world.busyFor -= 1;
		return broken(insight, 'concurrency_limit_exceeded');
	}
	if (breaks?.userError) throw invalid('query', breaks.text);
	if (breaks) return broken(insight, breaks.text);
	insight.cached = { ...insight.source, at: world.clock.now() };
	return { result: insight.cached.result, isCached: false, status: null };
}

const broken = (insight: Insight, text: string): Computed => ({
	result: null,
	isCached: false,
	status: { ...statusOf(insight, `cache_${insight.id}`), error: true, error_message: text },
});

function computeLater(world: World, insight: Insight, mode: string): Computed {
	if (world.busyFor > 0) {
		world.busyFor -= 1;
		return broken(insight, 'concurrency_limit_exceeded');
	}
	const now = world.clock.now();
	insight.failed = undefined;
	insight.running ??= {
		id: `cache_${world.store.token(24).toLowerCase()}`,
		startedAt: now,
		finishAt: now + world.computeMs,
	};
	const isForced = mode === 'force_async' && world.switches.forceAsyncResult === 'null';
	return {
		result: isForced ? null : (insight.cached?.result ?? null),
		isCached: insight.cached !== undefined && !isForced,
		status: runningStatus(insight, insight.running),
	};
}

/** Ends a computation whose time has come. */
export function settle({ clock }: World, insight: Insight): void {
	const { running, breaks } = insight;
	if (!running || clock.now() < running.finishAt) return;
	insight.running = undefined;
	if (breaks) insight.failed = { id: running.id, text: breaks.text, at: running.finishAt };
	else insight.cached = { ...insight.source, at: running.finishAt };
}

function failedStatus({ clock }: World, insight: Insight): JsonObject | null {
	const { failed } = insight;
	if (!failed || clock.now() - failed.at > STATUS_KEPT_MS) return null;
	return { ...statusOf(insight, failed.id), error: true, error_message: failed.text };
}

function runningStatus(insight: Insight, running: NonNullable<Insight['running']>): JsonObject {
	return { ...statusOf(insight, running.id), start_time: moment(running.startedAt) };
}

/** The keys of a query's status, as the schema names them. */
export function statusOf(insight: Insight, id: string): JsonObject {
	return {
		id,
		query_async: true,
		team_id: insight.project,
		insight_id: insight.id,
		dashboard_id: null,
		error: false,
		complete: false,
		error_message: null,
		results: null,
		start_time: null,
		pickup_time: null,
		end_time: null,
		expiration_time: null,
		task_id: `task-${id}`,
		query_progress: null,
		labels: null,
	};
}
