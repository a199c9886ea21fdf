import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { Reply } from '../../../sandbox/shared/http';
import type { Fault } from '../history';
import { pass, serviceNow } from '../virtualTime';
import type { Stage } from './types';

const ANSWER_MS = 40;

/** Hands a request of the node to a sandbox in process. */
export async function ask(
	stage: Stage,
	{ url, qs, method, headers }: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	pass(ANSWER_MS / 2);
	await Promise.resolve();
	const { fault } = stage;
	if (fault && fault.after-- <= 0 && fault.count-- > 0) return failed(fault.how);
	const query = Object.entries((qs ?? {}) as IDataObject)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]): [string, string] => [name, String(value)]);
	const reply = stage.answer({
		method: method ?? 'GET',
		path: String(url),
		query,
		headers: { ...(headers as Record<string, string>), authorization: stage.authorization },
		body: Buffer.alloc(0),
	});
	const date = new Date(serviceNow()).toUTCString();
	pass(ANSWER_MS / 2);
	stage.afterAnswer?.();
	return {
		statusCode: reply.status,
		headers: { date, 'content-type': 'application/json', ...lowerCase(reply.headers ?? {}) },
		body: textOf(reply),
	} as IN8nHttpFullResponse;
}

function failed(how: Fault): IN8nHttpFullResponse {
	if (how === 'reset') throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
	const headers = how === 429 ? { 'retry-after': '2' } : {};
	return { statusCode: how, headers, body: 'down' } as IN8nHttpFullResponse;
}

function textOf({ body }: Reply): string {
	if (!body || 'bytes' in body) return '';
	return 'json' in body ? JSON.stringify(body.json) : body.text;
}

const lowerCase = (headers: Readonly<Record<string, string>>) =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
