import type { IN8nHttpFullResponse } from 'n8n-workflow';

import type { ApiFailure, ApiRequest, ApiResponse } from './types';

/** An answer in the engine's form: header names in lower case, JSON parsed whatever the content type says. */
export function readResponse(
	full: Pick<IN8nHttpFullResponse, 'statusCode' | 'headers' | 'body'>,
	request: ApiRequest,
): ApiResponse {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(full.headers ?? {})) {
		headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
	}
	const isError = full.statusCode < 200 || full.statusCode > 299;
	const wanted = isError ? 'json' : (request.answer ?? 'json');
	return { status: full.statusCode, headers, body: readBody(full.body, wanted) };
}

function readBody(body: unknown, wanted: NonNullable<ApiRequest['answer']>): unknown {
	if (wanted === 'binary') return body;
	const text = Buffer.isBuffer(body) ? body.toString('utf8') : body;
	if (typeof text !== 'string' || wanted === 'text') return text ?? '';
	try {
		return text.trim() === '' ? '' : (JSON.parse(text) as unknown);
	} catch {
		return text;
	}
}

/** What could be read from a request that got no answer. */
export interface BrokenRequest {
	code?: string;
	/** Set when the request was refused on this side, by the credential or by n8n, before it left. */
	refusal?: ApiFailure;
}

/** Looks for a connection's code in what n8n threw; anything without one did not come from the network. */
export function readBroken(error: unknown): BrokenRequest {
	let current = error;
	for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
		if ('code' in current && typeof current.code === 'string') return { code: current.code };
		current = current.cause;
	}
	if (!(error instanceof Error)) return {};
	const description = 'description' in error ? error.description : undefined;
	return {
		refusal: {
			message: error.message,
			description: typeof description === 'string' ? description : undefined,
		},
	};
}
