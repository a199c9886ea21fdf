import type { INode, NodeApiError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { openAccount, type Account, type RequestSettings } from './account';
import { apiError, withTries } from './apiError';
import { attempt, type Attempt } from './attempt';
import { pollDeadline, stopSignalOf } from './limits';
import { longRefusalOf, rememberRefusal } from './longRefusals';
import { LONGEST_WAIT_MS, MAX_ATTEMPTS, backoffMs } from './retry';
import { requireSafeRequest } from './safeRequest';
import type { ApiFailure, ApiRequest, ApiResponse, ApiService, RequestContext } from './types';
import { StoppedError, unlessStopped, waitUnlessStopped } from './waits';

const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * Sends requests of one node run to one account: rate limit, send, retry, and errors in plain words. Every request of every
 * operation, form and poll goes through here.
 */
export class ApiClient {
	private constructor(
		private readonly context: RequestContext,
		private readonly to: Account,
		private readonly settings: RequestSettings,
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
		const account = await openAccount(context, service);
		return new ApiClient(context, account, settings, pollDeadline(context));
	}

	get node(): INode {
		return this.context.getNode();
	}

	get baseUrl(): string {
		return this.to.baseUrl;
	}

	/** Names the account, for memory that belongs to it. */
	get account(): string {
		return this.to.name;
	}

	/** Host of the account, for messages and scopes. */
	get host(): string {
		return new URL(this.to.baseUrl).host;
	}

	/**
	 * Sends one request and returns its successful answer, after as many careful repetitions as are safe.
	 * @throws NodeApiError with what happened, what to do and, for n8n's poll back-off, why.
	 */
	async send(request: ApiRequest): Promise<ApiResponse> {
		this.requireSafe(request);
		return await this.unlessCancelled(this.sendUntilDone(request));
	}

	/**
	 * Waits so many milliseconds, as a service asks for it.
	 * @throws NodeOperationError as soon as the execution is stopped
	 */
	async wait(milliseconds: number): Promise<void> {
		await this.unlessCancelled(waitUnlessStopped(milliseconds, stopSignalOf(this.context)));
	}

	/** An error in the form n8n shows, for causes that an operation finds by itself. */
	apiError(failure: ApiFailure, status?: number, retryAfter?: number): NodeApiError {
		return apiError(this.node, failure, this.to.secrets, status, retryAfter);
	}

	private async unlessCancelled<T>(work: Promise<T>): Promise<T> {
		return await work.catch((error: Error) => {
			if (!(error instanceof StoppedError)) throw error;
			throw new NodeOperationError(this.node, 'The execution was cancelled');
		});
	}

	private async sendUntilDone(request: ApiRequest): Promise<ApiResponse> {
		const stop = stopSignalOf(this.context);
		for (let tries = 1; ; tries++) {
			this.refuseLongWait();
			const outcome = await unlessStopped(
				this.to.limiter.run(async () => {
					if (stop?.aborted) throw new StoppedError();
					this.refuseAgain();
					return await this.attempt(request);
				}),
				stop,
			);
			if ('response' in outcome) return outcome.response;

			const { failure, status, repeatAfterMs } = outcome;
			const wait = repeatAfterMs === undefined ? undefined : repeatAfterMs || backoffMs(tries);
			if (wait === undefined || tries >= MAX_ATTEMPTS || wait > this.longestWaitMs) {
				const told = withTries(failure, tries);
				this.rememberIfLong(told, status, repeatAfterMs);
				throw this.apiError(told, status, repeatAfterMs);
			}
			if (status === 429) this.to.limiter.pause(wait);
			await waitUnlessStopped(wait, stop);
		}
	}

	private async attempt(request: ApiRequest): Promise<Attempt> {
		const timeoutMs = this.timeoutOf(request);
		if (timeoutMs <= 0) return { failure: POLL_IS_OVER, repeatAfterMs: undefined };
		return await attempt(this.context, this.to, this.settings, request, timeoutMs);
	}

	/** Nothing leaves that would not arrive as it is meant. */
	private requireSafe(request: ApiRequest): void {
		try {
			requireSafeRequest(request);
		} catch (error) {
			const { description } = error as { description?: string };
			throw new NodeOperationError(this.node, error as Error, { description });
		}
	}

	/** What the user set, what the request needs, and never more than is left of a poll. */
	private timeoutOf(request: ApiRequest): number {
		return Math.min(
			this.settings.timeout ?? request.timeoutMs ?? DEFAULT_TIMEOUT_MS,
			this.leftOfPollMs,
		);
	}

	/** A poll cannot wait for longer than it lasts. */
	private get longestWaitMs(): number {
		return Math.min(LONGEST_WAIT_MS, this.leftOfPollMs);
	}

	private get leftOfPollMs(): number {
		return this.deadline === undefined ? Infinity : this.deadline - Date.now();
	}

	/** A pause too long to wait for, or calls that are used up. */
	private rememberIfLong(failure: ApiFailure, status?: number, forMs?: number): void {
		const isUsedUp = failure.cause === 'quota-exhausted' && failure.retryable === false;
		const isLong = forMs !== undefined && forMs > LONGEST_WAIT_MS;
		if (isUsedUp || isLong) rememberRefusal(this.account, failure, status, forMs);
	}

	/** A refusal for a long time is not asked for again, also when it came while this request waited for its turn. */
	private refuseAgain(): void {
		const refusal = longRefusalOf(this.account);
		if (refusal) throw this.apiError(refusal.failure, refusal.status, refusal.leftMs);
	}

	/**
	 * For requests that are used up by the account's own limits, a workflow can wait, even for an hour; a poll or a form
	 * that somebody looks at cannot. To be asked before the request has its turn: then it is counted itself.
	 */
	private refuseLongWait(): void {
		this.refuseAgain();
		if ('getExecutionCancelSignal' in this.context) return;
		const wait = this.to.limiter.waitMs();
		if (wait <= LONGEST_WAIT_MS) return;
		throw this.apiError(usedUp(this.to.service.name, wait), undefined, wait);
	}
}

const usedUp = (service: string, waitMs: number): ApiFailure => ({
	message: `The requests that ${service} allows are used up for ${Math.ceil(waitMs / 60_000)} minutes`,
	description:
		'The limits are in the credential. Let workflows that use it run less often, or poll at longer intervals.',
	cause: 'rate-limited',
});

const POLL_IS_OVER: ApiFailure = {
	message: 'The time that n8n gives a poll was used up',
	description:
		'The next poll goes on where this one stopped. If it happens often, poll at longer intervals.',
	cause: 'temporarily-unavailable',
};
