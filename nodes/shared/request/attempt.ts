import type { IN8nHttpFullResponse } from 'n8n-workflow';

import type { Account, RequestSettings } from './account';
import { explainBroken, explainResponse } from './failures';
import { httpOptions, renewalStatuses } from './httpOptions';
import { withTimeLimit } from './limits';
import { isIdempotent, mayRetryBroken, mayRetryResponse, retryAfterMs, TIMED_OUT } from './retry';
import { isData, readBroken, readResponse, readThrownAnswer, withoutErrorStream } from './response';
import { watchSilence } from './silence';
import type { ApiFailure, ApiRequest, ApiResponse, RequestContext } from './types';

/** A file that brings nothing for so long has been cut off. */
const SILENCE_MS = 60_000;

/** What came of sending a request once. */
export type Attempt =
	| { response: ApiResponse }
	| {
			failure: ApiFailure;
			status?: number;
			/** Milliseconds after which it may be sent again, 0 where the service named none; undefined: never. */
			repeatAfterMs: number | undefined;
	  };

type Answer = Pick<IN8nHttpFullResponse, 'statusCode' | 'headers' | 'body'>;

/**
 * Sends a request once. Throws nothing that came from the network: what n8n throws may hold the request's headers, and
 * with them the key.
 */
export async function attempt(
	context: RequestContext,
	account: Account,
	settings: RequestSettings,
	request: ApiRequest,
	timeoutMs: number,
): Promise<Attempt> {
	const limited = withTimeLimit(context, timeoutMs);
	const statuses = renewalStatuses(account);
	try {
		const answer = (await limited.context.helpers.httpRequestWithAuthentication.call(
			limited.context,
			account.credentialType,
			httpOptions(account, settings, request, timeoutMs),
			statuses && { oauth2: { tokenExpiredStatusCode: statuses } },
		)) as IN8nHttpFullResponse;
		if (request.responseType === 'stream') watchSilence(answer.body as object, SILENCE_MS);
		return answered(account, request, await withoutErrorStream(answer));
	} catch (error) {
		const thrown = readThrownAnswer(error);
		if (thrown) return answered(account, request, thrown);
		return broken(account, settings, request, error, limited.isOver());
	}
}

function answered({ service }: Account, request: ApiRequest, full: Answer): Attempt {
	const response = readResponse(full, request);
	if (isSuccess(service, response, request)) return { response };
	const failure = explainResponse(service, response, request);
	// JSON of another kind is what the service means to say; a page or half an answer may be another one next time.
	const isGarbled = response.status <= 299 && typeof response.body === 'string';
	const repeat =
		isGarbled && failure.retryable === undefined
			? isIdempotent(request)
			: mayRetryResponse(request, response, failure);
	return {
		failure,
		status: response.status,
		repeatAfterMs: repeat ? (retryAfterMs(response.headers) ?? 0) : undefined,
	};
}

function isSuccess(
	service: Account['service'],
	response: ApiResponse,
	request: ApiRequest,
): boolean {
	if (response.status < 200 || response.status > 299) return false;
	if (service.isSuccess && !service.isSuccess(response, request)) return false;
	const mayBeNothing =
		request.method === 'DELETE' ||
		request.answersNothing === true ||
		service.mayAnswerNothing?.(request) === true;
	return isData(response, request, { mayBeNothing, answersWrite: service.answersWrite });
}

function broken(
	{ baseUrl }: Account,
	{ proxy }: RequestSettings,
	request: ApiRequest,
	error: unknown,
	isTimeOver: boolean,
): Attempt {
	const { code: found, refusal } = readBroken(error);
	if (refusal && !isTimeOver) return { failure: refusal, repeatAfterMs: undefined };
	const code = isTimeOver ? TIMED_OUT : found;
	const { host } = new URL(baseUrl);
	const through = proxy && `${proxy.host}:${proxy.port}`;
	return {
		failure: explainBroken(code, host, !isIdempotent(request), through),
		repeatAfterMs: mayRetryBroken(request, code) ? 0 : undefined,
	};
}
