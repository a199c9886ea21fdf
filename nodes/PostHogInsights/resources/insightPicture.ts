import type { IDataObject, Logger } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import { isObject } from '../../shared/request/rows';
import { pathSegment } from '../../shared/request/safeRequest';
import type { ApiFailure, ApiRequest, ApiResponse } from '../../shared/request/types';
import type { InsightRef } from './insight';
import { FIRST_PAUSE_MS, longer } from './pauses';
import { exportPath } from './project';

/** What is asked of an insight's picture. */
export interface PictureOptions {
	/** Media type: `image/png` or `text/csv`. */
	format: string;
	/** Milliseconds until it is given up. */
	limitMs: number;
	logger?: Logger;
}

/** The part of an export that tells how far it is. */
interface Progress {
	id: string;
	isReady: boolean;
	exception?: string;
}

/**
 * Reads `{"id": 7, "insight": 51, "export_format": "image/png", "has_content": false, "filename": "paid.png",
 * "exception": null}`; `has_content` is a text in the public page's example.
 */
function progressOf(body: unknown): Progress | undefined {
	if (!isObject(body) || body.id === undefined) return undefined;
	const { id, has_content: hasContent, exception } = body;
	return {
		id: String(id),
		isReady: hasContent === true || String(hasContent).toLowerCase() === 'true',
		...(typeof exception === 'string' && exception !== '' ? { exception } : {}),
	};
}

/**
 * Has PostHog draw an insight, waits for it and gives the file. Newer servers answer the first request only when the file
 * is there, and say by `exception` when there will be none; older ones answer at once (PostHog's exports API).
 * @param ref the insight by its number
 * @throws NodeApiError when there will be no file, or it takes longer than the limit
 */
export async function readPicture(
	client: ApiClient,
	ref: InsightRef,
	{ format, limitMs, logger }: PictureOptions,
): Promise<ApiResponse> {
	const deadline = Date.now() + limitMs;
	const left = (): number => Math.max(1, deadline - Date.now());
	let { body } = await client.send({
		method: 'POST',
		path: exportPath(ref.project),
		body: { insight: Number(ref.insight), export_format: format },
		timeoutMs: left(),
		// A second file does no harm: PostHog throws files away by itself.
		idempotent: true,
	});
	for (let pause = FIRST_PAUSE_MS; ; pause = longer(pause)) {
		const progress = progressOf(body);
		if (!progress) throw client.apiError(NO_EXPORT);
		if (progress.isReady) return await contentOf(client, ref.project, progress.id, left());
		if (progress.exception) throw client.apiError(endedBadly(progress.exception));
		if (Date.now() >= deadline) throw client.apiError(tookTooLong(limitMs));
		await client.wait(Math.min(pause, left()));
		logger?.info(`Waiting for PostHog to draw insight ${ref.insight}`);
		({ body } = await client.send({ method: 'GET', path: exportPath(ref.project, progress.id) }));
	}
}

const contentOf = async (
	client: ApiClient,
	project: string,
	id: string,
	timeoutMs: number,
): Promise<ApiResponse> =>
	await client.send(
		fileRequest(exportPath(project, id, 'content/'), { download: true }, timeoutMs),
	);

const fileRequest = (path: string, query: IDataObject, timeoutMs: number): ApiRequest => ({
	method: 'GET',
	path,
	query,
	responseType: 'stream',
	timeoutMs,
});

/** The picture behind a shared insight's public address (PostHog's sharing API). */
export const readSharedPicture = async (
	client: ApiClient,
	token: string,
	limitMs: number,
): Promise<ApiResponse> =>
	await client.send(fileRequest(`/shared/${pathSegment(token)}.png`, {}, limitMs));

const NO_EXPORT: ApiFailure = {
	message: 'PostHog took the request for a picture, but its response was lost',
	description: 'Run the item again: a second picture does no harm.',
	cause: 'temporarily-unavailable',
};

const endedBadly = (exception: string): ApiFailure => ({
	message: 'PostHog could not draw the insight',
	description: `PostHog said: ${exception.slice(0, 300)}${/[.!?]$/.test(exception) ? '' : '.'} Open the insight in PostHog to see whether it works there.`,
});

const tookTooLong = (limitMs: number): ApiFailure => ({
	message: `PostHog did not draw the insight within ${Math.round(limitMs / 1_000)} seconds`,
	description: 'Give it more time in the options, or make the query smaller.',
	cause: 'temporarily-unavailable',
});
