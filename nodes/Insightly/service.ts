import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { ApiFailure, ApiRequest, ApiResponse, ApiService } from '../shared/request/types';
import { insightlyBaseUrl } from './baseUrl';

/** Published for every plan (Insightly API help page). */
export const REQUESTS_PER_SECOND = 10;

/** Some clients saw refusals below the published rate when many requests ran at once (*observed*). */
const MAX_IN_FLIGHT = 6;

/** Insightly API v3.1, as the request engine has to know it. */
export const insightly: ApiService = {
	name: 'Insightly',
	credentialType: () => 'insightlyApi',
	baseUrl: ({ apiUrl }) => insightlyBaseUrl(apiUrl),
	limits: (credentials) => [{ requests: requestsPerSecond(credentials), perMs: 1_000 }],
	maxInFlight: MAX_IN_FLIGHT,
	explain,
	errorText,
};

function requestsPerSecond({ requestsPerSecond }: ICredentialDataDecryptedObject): number {
	const wanted = Number(requestsPerSecond);
	return Number.isFinite(wanted) && wanted >= 1 ? Math.floor(wanted) : REQUESTS_PER_SECOND;
}

/**
 * Error bodies are plain text (*observed*); other layers of the same server answer JSON with a Message. No document
 * gives a shape, so both are read.
 */
function errorText({ body }: ApiResponse): string | undefined {
	if (typeof body === 'string') return body;
	if (typeof body !== 'object' || body === null) return undefined;
	const { Message, message, error } = body as IDataObject;
	const said = Message ?? message ?? error;
	return typeof said === 'string' ? said : undefined;
}

function explain(response: ApiResponse, request: ApiRequest): ApiFailure | undefined {
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
			return {
				message: 'Insightly does not let this user do that',
				description:
					'Either the user of this API key lacks the permission, or the feature is not part of your Insightly plan.',
				cause: 'configuration-invalid',
			};
		case 404:
			return notFound(request);
		case 429:
			// The header counts the day, not the second (Insightly support article 1447).
			return response.headers['x-ratelimit-remaining']?.trim() === '0' ? DAILY_LIMIT : undefined;
		default:
			return undefined;
	}
}

const CHANGED_MEANWHILE: ApiFailure = {
	message: 'The record was changed meanwhile, so it was not updated',
	description:
		'Its ETag is no longer the one that you gave. Read the record again, decide what to write, and update it with the new ETag.',
};

const DAILY_LIMIT: ApiFailure = {
	message: "Today's Insightly API calls are used up",
	description:
		'The number of calls a day depends on your plan. They are counted from midnight UTC; try again after that, or poll less often.',
	cause: 'quota-exhausted',
	repeatable: false,
};

/** Objects outside the plan answer 404 as well (*observed* on a Professional plan). */
function notFound({ path }: ApiRequest): ApiFailure {
	const hasId = /\/\d+/.test(path);
	return {
		message: hasId ? 'Insightly has no such record' : 'Insightly does not offer this object here',
		description: hasId
			? `Check the ID in "${path}". The record may have been deleted, or the user of this API key may not see it.`
			: 'The object is probably not part of your Insightly plan, or the feature is switched off.',
		cause: 'configuration-invalid',
	};
}
