import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { withoutSecrets } from './secrets';
import { cappedAdvice, cappedMessage } from './texts';
import type { ApiFailure } from './types';

/**
 * A failure in the form n8n shows: short enough to be read, without secrets, and with the cause for n8n's poll back-off.
 * @param retryAfterMs how long the service said to wait
 */
export function apiError(
	node: INode,
	failure: ApiFailure,
	secrets: readonly string[],
	status?: number,
	retryAfterMs?: number,
): NodeApiError {
	const message = cappedMessage(withoutSecrets(failure.message, secrets));
	const error: JsonObject = { message };
	return new NodeApiError(node, error, {
		message,
		description: cappedAdvice(withoutSecrets(failure.description ?? '', secrets)),
		httpCode: status === undefined ? undefined : String(status),
		failure: failure.cause ? declaredFailure(failure.cause, retryAfterMs) : undefined,
	});
}

/** Says that it was tried again, if it was. */
export function withTries(failure: ApiFailure, attempts: number): ApiFailure {
	if (attempts === 1) return failure;
	const description = [`It was tried ${attempts} times.`, failure.description];
	return { ...failure, description: description.filter(Boolean).join(' ') };
}

const isTimed = (
	cause: NonNullable<ApiFailure['cause']>,
): cause is 'rate-limited' | 'quota-exhausted' | 'temporarily-unavailable' =>
	['rate-limited', 'quota-exhausted', 'temporarily-unavailable'].includes(cause);

function declaredFailure(cause: NonNullable<ApiFailure['cause']>, retryAfterMs?: number) {
	if (!isTimed(cause)) return { cause };
	return retryAfterMs ? { cause, retryAfterMs } : { cause };
}
