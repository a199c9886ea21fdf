import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Account, RequestSettings } from './account';
import type { ApiRequest } from './types';

const ENCODINGS = {
	json: 'text',
	text: 'text',
	binary: 'arraybuffer',
	stream: 'stream',
} as const;

/** Statuses that tell n8n to renew the account's token; undefined where there is none to renew. */
export const renewalStatuses = ({ service, credentialType }: Account): number[] | undefined =>
	service.renewsTokenOn?.(credentialType);

/** A request in n8n's own words: every status comes back as an answer, and redirects are not followed. */
export function httpOptions(
	account: Account,
	settings: RequestSettings,
	request: ApiRequest,
	timeoutMs: number,
): IHttpRequestOptions {
	const isEmpty = isEmptyJson(request.body);
	// n8n only renews a token when it throws for the status, so those statuses must not be ignored.
	const renewed = renewalStatuses(account);
	return {
		...settings,
		baseURL: account.baseUrl,
		url: request.path,
		method: request.method,
		qs: request.query,
		body: isEmpty ? JSON.stringify(request.body) : request.body,
		headers: {
			...acceptHeaders(request),
			...(isEmpty ? { 'Content-Type': 'application/json' } : {}),
			...account.service.headers,
			...request.headers,
		},
		encoding: ENCODINGS[request.responseType ?? 'json'],
		timeout: timeoutMs,
		arrayFormat: 'repeat',
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: renewed ? { ignore: true, except: renewed } : true,
		returnFullResponse: true,
	};
}

function acceptHeaders({ responseType }: ApiRequest): Record<string, string> {
	if (responseType === 'binary') return { Accept: '*/*' };
	// Of a file that comes as it is, it can be told whether it came whole.
	if (responseType === 'stream') return { Accept: '*/*', 'Accept-Encoding': 'identity' };
	return { Accept: 'application/json' };
}

/** n8n leaves a body without keys out, but "none of them" is an empty list. */
const isEmptyJson = (body: ApiRequest['body']): boolean =>
	typeof body === 'object' &&
	body !== null &&
	(Array.isArray(body) || Object.getPrototypeOf(body) === Object.prototype) &&
	Object.keys(body).length === 0;
