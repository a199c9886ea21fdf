import type { IDataObject, Logger } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import type { ApiFailure } from '../../shared/request/types';
import { isObject } from '../../shared/request/rows';
import { insightPath, isInsightOf, sendAboutInsight, type InsightRef } from './insight';
import { FIRST_PAUSE_MS, longer } from './pauses';
import { queryPath } from './project';

/** What is asked of an insight's result. */
export interface ResultOptions {
	/** One of PostHog's refresh modes. */
	refresh: string;
	/** Other query parameters: dashboard, overrides. */
	query?: IDataObject;
	/** Whether a result that is computed in the background is waited for. */
	waits: boolean;
	/** Milliseconds until the computation is cancelled. */
	limitMs: number;
	logger?: Logger;
}

/** What PostHog says when it computes too much already (PostHog's query runner). */
const BUSY = 'concurrency_limit_exceeded';

/** The part of an insight that tells about a computation; `id` names it in `/query/{id}/`. */
interface QueryStatus {
	id: string;
	error: boolean;
	complete: boolean;
	message?: string;
}

/** Reads `{"query_status": {"id": "cache_4212…", "complete": false, "error": false, "error_message": null}}`. */
function statusOf({ query_status: status }: IDataObject): QueryStatus | undefined {
	if (!isObject(status)) return undefined;
	const { id, error, complete, error_message: message } = status;
	return {
		id: String(id ?? ''),
		error: error === true,
		complete: complete === true,
		...(typeof message === 'string' ? { message } : {}),
	};
}

/**
 * An insight with its result: from the cache, computed at once, or computed in the background and waited for. PostHog
 * answers 200 in every case, so whether something went wrong is read from `query_status`.
 * @throws NodeApiError when the computation ends badly, or takes longer than the limit; it is cancelled then
 */
export async function readResult(
	client: ApiClient,
	ref: InsightRef,
	options: ResultOptions,
): Promise<IDataObject> {
	const deadline = Date.now() + options.limitMs;
	// Some versions answer this mode without the old result, so that nobody could tell it from the new one later.
	const isBlind = options.waits && options.refresh === 'force_async';
	const cached = isBlind ? await read(client, ref, options, 'force_cache') : undefined;
	const insight = await whileNotBusy(client, ref, options, deadline);
	const status = statusOf(insight);
	if (status?.error) throw client.apiError(endedBadly(status.message));
	if (!status || status.complete || !options.waits) return insight;
	return await untilDone(client, ref, options, { status, before: cached ?? insight, deadline });
}

async function read(
	client: ApiClient,
	ref: InsightRef,
	{ query, limitMs }: ResultOptions,
	refresh: string,
): Promise<IDataObject> {
	const { body } = await sendAboutInsight(client, ref, (found) => ({
		method: 'GET',
		path: insightPath(found),
		query: { ...query, refresh },
		accepts: isInsightOf(found),
		// PostHog holds the response back while it computes.
		timeoutMs: limitMs,
	}));
	return body as IDataObject;
}

/** The first response that is not "too busy"; asks again with growing pauses until the time is over. */
async function whileNotBusy(
	client: ApiClient,
	ref: InsightRef,
	options: ResultOptions,
	deadline: number,
): Promise<IDataObject> {
	for (let pause = FIRST_PAUSE_MS; ; pause = longer(pause)) {
		const insight = await read(client, ref, options, options.refresh);
		if (statusOf(insight)?.message !== BUSY || Date.now() + pause > deadline) return insight;
		options.logger?.info(`PostHog is busy; insight ${ref.insight} is asked for again`);
		await client.wait(pause);
	}
}

interface Computation {
	status: QueryStatus;
	/** The insight with the result that there was before. */
	before: IDataObject;
	deadline: number;
}

/** Looks at the insight again, from the cache only, until the computation is no longer under way. */
async function untilDone(
	client: ApiClient,
	ref: InsightRef,
	options: ResultOptions,
	computation: Computation,
): Promise<IDataObject> {
	const { status, deadline } = computation;
	const begun = Date.now();
	for (let pause = FIRST_PAUSE_MS; ; pause = longer(pause)) {
		const left = deadline - Date.now();
		if (left <= 0) {
			await cancelQuery(client, ref.project, status.id);
			throw client.apiError(tookTooLong(options.limitMs));
		}
		await client.wait(Math.min(pause, left));
		const seconds = Math.round((Date.now() - begun) / 1_000);
		options.logger?.info(`Waiting for PostHog to compute insight ${ref.insight}: ${seconds} s`);
		const now = await read(client, ref, options, 'force_cache');
		const current = statusOf(now);
		if (current?.error) throw client.apiError(endedBadly(current.message));
		if (current && !current.complete) continue;
		if (isNewer(now, computation)) return now;
		throw client.apiError(endedBadly(await lostMessage(client, ref.project, status.id)));
	}
}

/**
 * A computation that ended badly leaves no trace in the insight: its status is gone, and the result is the old one or
 * none (PostHog's query runner). So only a result of another time than the one before is its result.
 */
const isNewer = (now: IDataObject, { before }: Computation): boolean =>
	typeof now.last_refresh === 'string' && now.last_refresh !== before.last_refresh;

/** What went wrong, from the query's own status; undefined when the key may not ask, or the status is gone. */
async function lostMessage(
	client: ApiClient,
	project: string,
	queryId: string,
): Promise<string | undefined> {
	const request = { method: 'GET' as const, path: queryPath(project, queryId) };
	return await client.send(request).then(
		({ body }) => statusOf(body as IDataObject)?.message,
		({ httpCode, message }: { httpCode?: string; message?: string }) =>
			httpCode === '400' ? message?.replace(/^.*? were sent: /, '') : undefined,
	);
}

/** Stops a computation; whether it worked does not matter, because nobody waits for it any more. */
async function cancelQuery(client: ApiClient, project: string, queryId: string): Promise<void> {
	const request = { method: 'DELETE' as const, path: queryPath(project, queryId) };
	await client.send(request).catch(() => undefined);
}

function endedBadly(message: string | undefined): ApiFailure {
	if (message === BUSY) {
		return {
			message: 'PostHog computes too many queries at once',
			description: 'Run fewer at the same time, or try again in a few minutes.',
			cause: 'temporarily-unavailable',
		};
	}
	return {
		message: 'PostHog could not compute the result',
		description: [
			message && `PostHog said: ${message}${/[.!?]$/.test(message) ? '' : '.'}`,
			'Open the insight in PostHog to see whether it works there.',
		]
			.filter(Boolean)
			.join(' '),
	};
}

const tookTooLong = (limitMs: number): ApiFailure => ({
	message: `PostHog did not finish within ${Math.round(limitMs / 1_000)} seconds`,
	description:
		'The query was told to stop (as far as the key has the scope query:read). Give it more time in the options, or make the query smaller.',
	cause: 'temporarily-unavailable',
});
