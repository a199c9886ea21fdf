import type {
	IAdditionalCredentialOptions,
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INode,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError, sleep } from 'n8n-workflow';

import { readBroken, readResponse, readThrownAnswer, withoutErrorStream } from './response';
import { explainResponse, explainBroken } from './failures';
import { rateLimiterOf, type RateLimiter } from './rateLimiter';
import {
	LONGEST_WAIT_MS,
	MAX_ATTEMPTS,
	backoffMs,
	isIdempotent,
	mayRetryResponse,
	mayRetryBroken,
	retryAfterMs,
} from './retry';
import type { ApiFailure, ApiRequest, ApiResponse, ApiService, RequestContext } from './types';

/** Settings that a user can make on the node's Settings tab (Request Options). */
export type RequestSettings = Pick<
	IHttpRequestOptions,
	'timeout' | 'proxy' | 'skipSslCertificateValidation'
>;

const DEFAULT_TIMEOUT_MS = 60_000;

const ENCODINGS = {
	json: 'text',
	text: 'text',
	binary: 'arraybuffer',
	stream: 'stream',
} as const;

type Attempt =
	| { response: ApiResponse }
	| { failure: ApiFailure; status?: number; repeatAfterMs: number | undefined };

/**
 * Sends requests of one node run to one account: rate limit, send, retry, and errors in plain words. Every request of every
 * operation, form and poll goes through here.
 */
export class ApiClient {
	private constructor(
		private readonly context: RequestContext,
		private readonly service: ApiService,
		private readonly credentialType: string,
		readonly baseUrl: string,
		/** Names the account in this process: address and credential. */
		readonly account: string,
		private readonly limiter: RateLimiter,
		private readonly settings: RequestSettings,
	) {}

	/**
	 * Reads the credential once and finds the account's rate limiter.
	 * @throws NodeOperationError when the credential's address cannot be right.
	 */
	static async create(
		context: RequestContext,
		service: ApiService,
		settings: RequestSettings = {},
	): Promise<ApiClient> {
		const credentialType = service.credentialType(context);
		const credentials = await context.getCredentials(credentialType);
		const baseUrl = readBaseUrl(context, service, credentials);
		const id = context.getNode().credentials?.[credentialType]?.id ?? '';
		const account = `${baseUrl} ${id}`;
		const limiter = rateLimiterOf(account, service.limits(credentials), service.maxInFlight);
		return new ApiClient(context, service, credentialType, baseUrl, account, limiter, settings);
	}

	get node(): INode {
		return this.context.getNode();
	}

	/** Host of the account, for messages and scopes. */
	get host(): string {
		return new URL(this.baseUrl).host;
	}

	/**
	 * Sends one request and returns its successful answer, after as many careful repetitions as are safe.
	 * @throws NodeApiError with what happened, what to do and, for n8n's poll back-off, why.
	 */
	async send(request: ApiRequest): Promise<ApiResponse> {
		for (let attempt = 1; ; attempt++) {
			this.stopIfCancelled();
			this.refuseLongWait();
			const outcome = await this.limiter.run(async () => {
				this.stopIfCancelled();
				return await this.attempt(request);
			});
			if ('response' in outcome) return outcome.response;

			const { failure, repeatAfterMs } = outcome;
			const wait = repeatAfterMs === undefined ? undefined : repeatAfterMs || backoffMs(attempt);
			if (wait === undefined || attempt >= MAX_ATTEMPTS || wait > LONGEST_WAIT_MS) {
				throw this.apiError(failure, outcome.status, repeatAfterMs);
			}
			if (outcome.status === 429) this.limiter.pause(wait);
			await sleep(wait);
		}
	}

	/** An error in the form n8n shows, for causes that an operation finds by itself. */
	apiError(failure: ApiFailure, status?: number, retryAfter?: number): NodeApiError {
		const error: JsonObject = { message: failure.message };
		return new NodeApiError(this.context.getNode(), error, {
			message: failure.message,
			description: failure.description,
			httpCode: status === undefined ? undefined : String(status),
			failure: failure.cause ? declaredFailure(failure.cause, retryAfter) : undefined,
		});
	}

	private stopIfCancelled(): void {
		if (!('getExecutionCancelSignal' in this.context)) return;
		if (!this.context.getExecutionCancelSignal()?.aborted) return;
		throw new NodeOperationError(this.context.getNode(), 'The execution was cancelled');
	}

	/** A workflow can wait for the rest of an hour; a poll or a form that somebody looks at cannot. */
	private refuseLongWait(): void {
		if ('getExecutionCancelSignal' in this.context) return;
		const wait = this.limiter.waitMs();
		if (wait <= LONGEST_WAIT_MS) return;
		const minutes = Math.ceil(wait / 60_000);
		const failure: ApiFailure = {
			message: `The requests that ${this.service.name} allows are used up for ${minutes} minutes`,
			description:
				'The limits are in the credential. Let workflows that use it run less often, or poll at longer intervals.',
			cause: 'rate-limited',
		};
		throw this.apiError(failure, undefined, wait);
	}

	private async attempt(request: ApiRequest): Promise<Attempt> {
		const options = this.httpOptions(request);
		let full: IN8nHttpFullResponse;
		try {
			const answer = (await this.context.helpers.httpRequestWithAuthentication.call(
				this.context,
				this.credentialType,
				options,
				this.renewal(),
			)) as IN8nHttpFullResponse;
			full = await withoutErrorStream(answer);
		} catch (error) {
			const thrown = readThrownAnswer(error);
			return thrown ? this.answered(request, thrown) : this.brokenAttempt(request, error);
		}
		return this.answered(request, full);
	}

	private answered(
		request: ApiRequest,
		full: Pick<IN8nHttpFullResponse, 'statusCode' | 'headers' | 'body'>,
	): Attempt {
		const response = readResponse(full, request);
		if (this.isSuccess(response, request)) return { response };
		const failure = explainResponse(this.service, response, request);
		const repeat = isGarbled(response, request)
			? isIdempotent(request)
			: mayRetryResponse(request, response, failure);
		return {
			failure,
			status: response.status,
			repeatAfterMs: repeat ? (retryAfterMs(response.headers) ?? 0) : undefined,
		};
	}

	/** The thrown error is left behind: it may hold the request's headers, and with them the key. */
	private brokenAttempt(request: ApiRequest, error: unknown): Attempt {
		const { code, refusal } = readBroken(error);
		if (refusal) return { failure: refusal, repeatAfterMs: undefined };
		return {
			failure: explainBroken(code, this.host, !isIdempotent(request)),
			repeatAfterMs: mayRetryBroken(request, code) ? 0 : undefined,
		};
	}

	private isSuccess(response: ApiResponse, request: ApiRequest): boolean {
		if (response.status < 200 || response.status > 299) return false;
		if (this.service.isSuccess) return this.service.isSuccess(response, request);
		return !isGarbled(response, request);
	}

	private get renewsTokenOn(): number[] | undefined {
		return this.service.renewsTokenOn?.(this.credentialType);
	}

	private renewal(): IAdditionalCredentialOptions | undefined {
		const statuses = this.renewsTokenOn;
		return statuses && { oauth2: { tokenExpiredStatusCode: statuses } };
	}

	private httpOptions(request: ApiRequest): IHttpRequestOptions {
		const wanted = request.responseType ?? 'json';
		const isEmpty = isEmptyJson(request.body);
		// n8n only renews a token when it throws for the status, so those statuses must not be ignored.
		const renewed = this.renewsTokenOn;
		return {
			...this.settings,
			baseURL: this.baseUrl,
			url: request.path,
			method: request.method,
			qs: request.query,
			body: isEmpty ? JSON.stringify(request.body) : request.body,
			headers: {
				Accept: wanted === 'binary' || wanted === 'stream' ? '*/*' : 'application/json',
				...(isEmpty ? { 'Content-Type': 'application/json' } : {}),
				...this.service.headers,
				...request.headers,
			},
			encoding: ENCODINGS[wanted],
			timeout: this.settings.timeout ?? request.timeoutMs ?? DEFAULT_TIMEOUT_MS,
			arrayFormat: 'repeat',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: renewed ? { ignore: true, except: renewed } : true,
			returnFullResponse: true,
		};
	}
}

/** n8n leaves a body without keys out, but "none of them" is an empty list. */
const isEmptyJson = (body: ApiRequest['body']): boolean =>
	typeof body === 'object' &&
	body !== null &&
	(Array.isArray(body) || Object.getPrototypeOf(body) === Object.prototype) &&
	Object.keys(body).length === 0;

function readBaseUrl(
	context: RequestContext,
	service: ApiService,
	credentials: ICredentialDataDecryptedObject,
): string {
	try {
		return service.baseUrl(credentials);
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error, {
			description: 'Correct the address in the credential.',
		});
	}
}

const isTimed = (
	cause: NonNullable<ApiFailure['cause']>,
): cause is 'rate-limited' | 'quota-exhausted' | 'temporarily-unavailable' =>
	['rate-limited', 'quota-exhausted', 'temporarily-unavailable'].includes(cause);

function declaredFailure(cause: NonNullable<ApiFailure['cause']>, retryAfter?: number) {
	if (!isTimed(cause)) return { cause };
	return retryAfter ? { cause, retryAfterMs: retryAfter } : { cause };
}

/** JSON was asked for and something else came: an HTML page, or JSON that was cut off. */
function isGarbled(response: ApiResponse, request: ApiRequest): boolean {
	if (response.status < 200 || response.status > 299) return false;
	if ((request.responseType ?? 'json') !== 'json') return false;
	if (typeof response.body === 'string' && response.body !== '') return true;
	return request.method === 'GET' && response.body === '';
}
