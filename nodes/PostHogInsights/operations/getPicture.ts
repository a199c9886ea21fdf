import { NodeApiError } from 'n8n-workflow';

import { DOWNLOAD_FIELDS, fileItem } from '../../shared/operations/files';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { isNotFound } from '../../shared/request/notFound';
import { isObject } from '../../shared/request/rows';
import type { ApiFailure, ApiResponse } from '../../shared/request/types';
import { readSeconds } from '../fields/seconds';
import { byNumber, insightPath, LOOK_UP, readInsight, type InsightRef } from '../resources/insight';
import { readPicture, readSharedPicture } from '../resources/insightPicture';
import { SHARING } from '../resources/sharing';

const PNG = 'image/png';

/** The chart of an insight as a picture, or its table as CSV, for a message or a report. */
export const getPicture: Operation = {
	value: 'getPicture',
	name: 'Get Picture',
	action: 'Get picture of insight',
	description: 'Have PostHog draw the chart of an insight as a PNG, or give its table as CSV',
	endpoints: [
		'POST /api/projects/{project_id}/exports/',
		'GET /api/projects/{project_id}/exports/{id}/',
		'GET /api/projects/{project_id}/exports/{id}/content/',
		`GET ${SHARING}`,
		'GET /shared/{access_token}.png',
		LOOK_UP,
	],
	outputFields: DOWNLOAD_FIELDS,
	parameters: ['project', 'insight', 'pictureFormat'],
	options: ['outputField', 'pictureTimeLimit'],
	perform: async (item, client) => {
		const options = {
			format: item.text('pictureFormat', PNG),
			limitMs: readSeconds(item, 'timeLimit') * 1_000,
			logger: item.functions.logger,
		};
		const ref = await byNumber(item, client, readInsight(item));
		try {
			return await readPicture(client, ref, options);
		} catch (error) {
			const instead =
				options.format === PNG && mayNotExport(error)
					? await sharedPicture(client, ref, options.limitMs)
					: undefined;
			if (instead) return instead;
			throw mayNotExport(error) ? client.apiError(NO_EXPORTS, 403) : error;
		}
	},
	output: async ({ response }, item, client) => {
		const format = item.text('pictureFormat', PNG);
		if (!response?.headers['content-type']?.startsWith(format)) throw client.apiError(NO_FILE);
		const property = String(item.collection('options').binaryField ?? '').trim() || 'data';
		const fallbackName = format === PNG ? 'insight.png' : 'insight.csv';
		return [await fileItem({ rows: [], response }, item, client, { property, fallbackName })];
	},
};

/** The key has no scope for exports, or the server is of before there were any. */
const mayNotExport = (error: unknown): boolean =>
	isNotFound(error) ||
	(error instanceof NodeApiError &&
		error.httpCode === '403' &&
		/scope export:/.test(error.message));

/** The picture of the public address, where sharing is on and the key may know the address. */
async function sharedPicture(
	client: ApiClient,
	ref: InsightRef,
	limitMs: number,
): Promise<ApiResponse | undefined> {
	const request = { method: 'GET' as const, path: insightPath(ref, 'sharing') };
	const sharing = await client.send(request).then(
		({ body }) => (isObject(body) ? body : {}),
		() => ({ enabled: false, access_token: '' }),
	);
	if (sharing.enabled !== true || typeof sharing.access_token !== 'string') return undefined;
	return await readSharedPicture(client, sharing.access_token, limitMs);
}

const NO_EXPORTS: ApiFailure = {
	message: 'The personal API key lacks the scope export:write',
	description:
		'Add the scopes export:write and export:read to the key, in PostHog under Settings, Personal API keys; the key itself stays the same. Or share the insight (Sharing: Enable) and add sharing_configuration:read: then the picture of the public address is taken.',
	cause: 'configuration-invalid',
};

const NO_FILE: ApiFailure = {
	message: 'PostHog sent something other than the file',
	description:
		'A log-in page or a proxy can be the reason. Nothing was kept of it. Run the item again.',
	cause: 'temporarily-unavailable',
};
