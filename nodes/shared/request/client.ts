import type {
	IAdditionalCredentialOptions,
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INode,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { explainResponse, explainBroken } from './failures';
import { fingerprint } from './fingerprint';
import { pollDeadline, stopSignalOf, withTimeLimit } from './limits';
import { longRefusalOf, rememberRefusal } from './longRefusals';
import { rateLimiterOf, type RateLimiter } from './rateLimiter';
import {
	LONGEST_WAIT_MS,
	MAX_ATTEMPTS,
	backoffMs,
	isIdempotent,
	mayRetryResponse,
	mayRetryBroken,
	retryAfterMs,
	TIMED_OUT,
} from './retry';
import { isData, readBroken, readResponse, readThrownAnswer, withoutErrorStream } from './response';
import { requireSafeRequest } from './safeRequest';
import { secretsIn, withoutSecrets } from './secrets';
import { watchSilence } from './silence';
import { cappedAdvice, cappedMessage } from './texts';
import type { ApiFailure, ApiRequest, ApiResponse, ApiService, RequestContext } from './types';
import { StoppedError, unlessStopped, waitUnlessStopped } from './waits';

/** Settings that a user can make on the node's Settings tab (Request Options). */
export type RequestSettings = Pick<
	IHttpRequestOptions,
	'timeout' | 'proxy' | 'skipSslCertificateValidation'
>;

const DEFAULT_TIMEOUT_MS = 60_000;

/** A file that brings nothing for so long has been cut off. */
const SILENCE_MS = 60_000;

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
		/**
		 * Names the account: its address and a fingerprint of its key, so that two credentials with the same key share one
		 * limit and one memory. Credentials without a lasting key go by their ID.
		 */
		readonly account: string,
		private readonly limiter: RateLimiter,
		private readonly settings: RequestSettings,
		private readonly secrets: readonly string[],
		private readonly deadline: number | undefined,
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
		const account = `${baseUrl} ${keyMark(credentials) ?? id}`;
		const limiter = rateLimiterOf(account, service.limits(credentials), service.maxInFlight);
		return new ApiClient(
			context,
			service,
			credentialType,
			baseUrl,
			account,
			limiter,
			settings,
			secretsIn(credentials),
			pollDeadline(context),
		);
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
		this.requireSafe(request);
		return await this.unlessCancelled(this.sendUntilDone(request));
	}

	private async unlessCancelled<T>(work: Promise<T>): Promise<T> {
		return await work.catch((error: Error) => {
			if (!(error instanceof StoppedError)) throw error;
			throw new NodeOperationError(this.context.getNode(), 'The execution was cancelled');
		});
	}

	private async sendUntilDone(request: ApiRequest): Promise<ApiResponse> {
		const stop = stopSignalOf(this.context);
		for (let attempt = 1; ; attempt++) {
			this.refuseLongWait();
			const outcome = await unlessStopped(
				this.limiter.run(async () => {
					if (stop?.aborted) throw new StoppedError();
					this.refuseLongWait();
					return await this.attempt(request);
				}),
				stop,
			);
			if ('response' in outcome) return outcome.response;

			const { failure, status, repeatAfterMs } = outcome;
			const wait = repeatAfterMs === undefined ? undefined : repeatAfterMs || backoffMs(attempt);
			if (wait === undefined || attempt >= MAX_ATTEMPTS || wait > this.longestWaitMs) {
				const told = withTries(failure, attempt);
				this.rememberIfLong(told, status, repeatAfterMs);
				throw this.apiError(told, status, repeatAfterMs);
			}
			if (status === 429) this.limiter.pause(wait);
			await waitUnlessStopped(wait, stop);
		}
	}

	/**
	 * Waits so many milliseconds, as a service asks for it.
	 * @throws NodeOperationError as soon as the execution is stopped
	 */
	async wait(milliseconds: number): Promise<void> {
		await this.unlessCancelled(waitUnlessStopped(milliseconds, stopSignalOf(this.context)));
	}

	/** Nothing leaves that would not arrive as it is meant. */
	private requireSafe(request: ApiRequest): void {
		try {
			requireSafeRequest(request);
		} catch (error) {
			const { description } = error as { description?: string };
			throw new NodeOperationError(this.context.getNode(), error as Error, { description });
		}
	}

	/** A poll cannot wait for longer than it lasts. */
	private get longestWaitMs(): number {
		const left = this.deadline === undefined ? Infinity : this.deadline - Date.now();
		return Math.min(LONGEST_WAIT_MS, left);
	}

	/** A pause too long to wait for, or calls that are used up. */
	private rememberIfLong(failure: ApiFailure, status?: number, forMs?: number): void {
		const isUsedUp = failure.cause === 'quota-exhausted' && failure.retryable === false;
		const isLong = forMs !== undefined && forMs > LONGEST_WAIT_MS;
		if (isUsedUp || isLong) rememberRefusal(this.account, failure, status, forMs);
	}

	/** An error in the form n8n shows, for causes that an operation finds by itself. */
	apiError(failure: ApiFailure, status?: number, retryAfter?: number): NodeApiError {
		const message = cappedMessage(withoutSecrets(failure.message, this.secrets));
		const error: JsonObject = { message };
		return new NodeApiError(this.context.getNode(), error, {
			message,
			description: cappedAdvice(withoutSecrets(failure.description ?? '', this.secrets)),
			httpCode: status === undefined ? undefined : String(status),
			failure: failure.cause ? declaredFailure(failure.cause, retryAfter) : undefined,
		});
	}

	/**
	 * A refusal for a long time is not asked for again. For requests that are used up by the account's own limits, a
	 * workflow can wait, even for an hour; a poll or a form that somebody looks at cannot.
	 */
	private refuseLongWait(): void {
		const refusal = longRefusalOf(this.account);
		if (refusal) throw this.apiError(refusal.failure, refusal.status, refusal.leftMs);
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
		const timeoutMs = this.timeoutOf(request);
		if (timeoutMs <= 0) return { failure: POLL_IS_OVER, repeatAfterMs: undefined };
		const limited = withTimeLimit(this.context, timeoutMs);
		try {
			const answer = (await limited.context.helpers.httpRequestWithAuthentication.call(
				limited.context,
				this.credentialType,
				this.httpOptions(request, timeoutMs),
				this.renewal(),
			)) as IN8nHttpFullResponse;
			if (request.responseType === 'stream') watchSilence(answer.body as object, SILENCE_MS);
			return this.answered(request, await withoutErrorStream(answer));
		} catch (error) {
			const thrown = readThrownAnswer(error);
			if (thrown) return this.answered(request, thrown);
			return this.brokenAttempt(request, error, limited.isOver());
		}
	}

	/** What the user set, what the request needs, and never more than is left of a poll. */
	private timeoutOf(request: ApiRequest): number {
		const wanted = this.settings.timeout ?? request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
		return this.deadline === undefined ? wanted : Math.min(wanted, this.deadline - Date.now());
	}

	private answered(
		request: ApiRequest,
		full: Pick<IN8nHttpFullResponse, 'statusCode' | 'headers' | 'body'>,
	): Attempt {
		const response = readResponse(full, request);
		if (this.isSuccess(response, request)) return { response };
		const failure = explainResponse(this.service, response, request);
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

	/** The thrown error is left behind: it may hold the request's headers, and with them the key. */
	private brokenAttempt(request: ApiRequest, error: unknown, isTimeOver: boolean): Attempt {
		const broken = readBroken(error);
		if (broken.refusal && !isTimeOver) {
			return { failure: broken.refusal, repeatAfterMs: undefined };
		}
		const code = isTimeOver ? TIMED_OUT : broken.code;
		return {
			failure: explainBroken(code, this.host, !isIdempotent(request), this.proxy),
			repeatAfterMs: mayRetryBroken(request, code) ? 0 : undefined,
		};
	}

	/** The user's proxy, as messages name it. */
	private get proxy(): string | undefined {
		const { proxy } = this.settings;
		return proxy && `${proxy.host}:${proxy.port}`;
	}

	private isSuccess(response: ApiResponse, request: ApiRequest): boolean {
		if (response.status < 200 || response.status > 299) return false;
		if (this.service.isSuccess && !this.service.isSuccess(response, request)) return false;
		const mayBeNothing =
			request.method === 'DELETE' ||
			request.answersNothing === true ||
			this.service.mayAnswerNothing?.(request) === true;
		return isData(response, request, mayBeNothing);
	}

	private get renewsTokenOn(): number[] | undefined {
		return this.service.renewsTokenOn?.(this.credentialType);
	}

	private renewal(): IAdditionalCredentialOptions | undefined {
		const statuses = this.renewsTokenOn;
		return statuses && { oauth2: { tokenExpiredStatusCode: statuses } };
	}

	private httpOptions(request: ApiRequest, timeoutMs: number): IHttpRequestOptions {
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
				// Of a file that comes as it is, it can be told whether it came whole.
				...(wanted === 'stream' ? { 'Accept-Encoding': 'identity' } : {}),
				...(isEmpty ? { 'Content-Type': 'application/json' } : {}),
				...this.service.headers,
				...request.headers,
			},
			encoding: ENCODINGS[wanted],
			timeout: timeoutMs,
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

/** A fingerprint of the credential's key; undefined for credentials whose key changes by itself (OAuth2). */
function keyMark({ apiKey, accessToken }: ICredentialDataDecryptedObject): string | undefined {
	const key = apiKey ?? accessToken;
	return typeof key === 'string' && key !== '' ? fingerprint(key) : undefined;
}

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

/** Says that it was tried again, if it was. */
function withTries(failure: ApiFailure, attempts: number): ApiFailure {
	if (attempts === 1) return failure;
	const description = [`It was tried ${attempts} times.`, failure.description];
	return { ...failure, description: description.filter(Boolean).join(' ') };
}

const POLL_IS_OVER: ApiFailure = {
	message: 'The time that n8n gives a poll was used up',
	description:
		'The next poll goes on where this one stopped. If it happens often, poll at longer intervals.',
	cause: 'temporarily-unavailable',
};
