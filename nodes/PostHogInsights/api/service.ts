import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { rateSetting } from '../../shared/request/rateSetting';
import type { ApiService, RateWindow } from '../../shared/request/types';
import { postHogBaseUrl } from './baseUrl';
import { errorText, explain } from './errors';

/** Published for the Insights endpoints and personal API keys (PostHog API overview). */
const LIMITS = [
	{ field: 'requestsPerMinute', requests: 240, perMs: 60_000 },
	{ field: 'requestsPerHour', requests: 1_200, perMs: 3_600_000 },
] as const;

/** PostHog's Insights API, as the request engine has to know it. */
export const postHog: ApiService = {
	name: 'PostHog',
	credentialType: () => 'postHogInsightsApi',
	baseUrl: postHogBaseUrl,
	limits,
	maxInFlight: 5,
	explain,
	errorText,
	// An insight, an export or a password has an ID; sharing has its address.
	answersWrite: (body) => 'id' in body || 'access_token' in body,
};

/** 0 in the credential is no limit: self-hosted servers usually have none. */
function limits(credentials: ICredentialDataDecryptedObject): RateWindow[] {
	return LIMITS.flatMap(({ field, ...published }) =>
		Number(credentials[field] ?? published.requests) === 0
			? []
			: [rateSetting(credentials, field, published)],
	);
}
