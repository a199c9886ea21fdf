import { isObject } from '../../shared/request/rows';
import type { ApiFailure, ApiRequest, ApiResponse } from '../../shared/request/types';
import { featureOf } from './plans';

/**
 * Error bodies are plain text (*observed*); other layers of the same server answer JSON with a Message. No document
 * gives a shape, so both are read: `Record not found` and `{"Message": "…"}`.
 */
export function errorText({ body }: ApiResponse): string | undefined {
	if (typeof body === 'string') return body;
	if (!isObject(body)) return undefined;
	const { Message, message, error } = body;
	const said = Message ?? message ?? error;
	return typeof said === 'string' ? said : undefined;
}

/** Insightly's own readings of a response that is no success. */
export function explain(response: ApiResponse, request: ApiRequest): ApiFailure | undefined {
	const said = errorText(response) ?? '';
	switch (response.status) {
		case 400:
			// A stale If-Match answers 400 (*observed*) although the help page says 412.
			return /if-match/i.test(said) ? CHANGED_MEANWHILE : undefined;
		case 412:
			return CHANGED_MEANWHILE;
		case 401:
			return {
				message: 'Insightly did not accept the API key',
				description:
					'Copy the key again from User Settings, API in Insightly, together with the API URL shown beside it: a key only works at its own address.',
				cause: 'credential-invalid',
			};
		case 403:
			return forbidden(request);
		case 404:
			return notFound(request);
		case 417:
			return NOT_DONE;
		case 429:
			// The header counts the day, not the second (Insightly support article 1447).
			return response.headers['x-ratelimit-remaining']?.trim() === '0' ? DAILY_LIMIT : undefined;
		default:
			return undefined;
	}
}

/** A stale If-Match. */
export const CHANGED_MEANWHILE: ApiFailure = {
	message: 'The record was changed meanwhile, so it was not updated',
	description:
		'Its ETag is no longer the one that you gave. Read the record again, decide what to write, and update it with the new ETag.',
};

const DAILY_LIMIT: ApiFailure = {
	message: "Today's Insightly API calls are used up",
	description:
		'The number of calls a day depends on your plan. They are counted from midnight UTC; try again after that, or poll less often.',
	cause: 'quota-exhausted',
	retryable: false,
};

/** Documented for deletions, pictures and files that could not be written. */
const NOT_DONE: ApiFailure = {
	message: 'Insightly could not delete or store it',
	description:
		'Some kinds of file are refused, and some records cannot be deleted while others need them.',
};

/** The service and marketing parts answer 403 where the plan lacks them (*observed* on a Professional plan). */
function forbidden({ path }: ApiRequest): ApiFailure {
	const feature = featureOf(path);
	return {
		message: 'Insightly does not let this user do that',
		description: feature
			? `It belongs to ${feature}. Either your Insightly plan does not include that, or the user of this API key lacks the permission.`
			: 'Either the user of this API key lacks the permission, or the feature is not part of your Insightly plan.',
		cause: 'configuration-invalid',
	};
}

/** Products and quotations answer 404 where the plan lacks them (*observed* on a Professional plan). */
function notFound({ path }: ApiRequest): ApiFailure {
	const hasId = /\/\d+/.test(path);
	const feature = featureOf(path);
	const plan = feature
		? ` If no such record is ever found: ${feature} may not be in your plan.`
		: '';
	if (hasId) {
		return {
			message: 'Insightly has no such record',
			description: `Check the ID in "${path}". The record may have been deleted, or the user of this API key may not see it.${plan}`,
			cause: 'configuration-invalid',
		};
	}
	return {
		message: 'Insightly does not offer this object here',
		description: absent(path, feature),
		cause: 'configuration-invalid',
	};
}

function absent(path: string, feature: string | undefined): string {
	if (feature)
		return `It belongs to ${feature}, which is not part of your plan, or is switched off.`;
	if (/^\/[^/]+__c/i.test(path)) {
		return 'There is no custom object of this name. Pick it from the list, or check its API name.';
	}
	return 'The object is probably not part of your Insightly plan, or the feature is switched off.';
}
