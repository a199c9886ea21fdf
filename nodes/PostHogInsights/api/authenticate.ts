import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { requireSameHost } from '../../shared/request/sameHost';
import { postHogBaseUrl } from './baseUrl';

/** What keys begin with that cannot read insights, and what they are. */
const OTHER_KEYS: Readonly<Record<string, string>> = {
	phc_: 'a project API key, which can only send events',
	phs_: 'a project secret key, which cannot read insights',
};

/**
 * The personal API key as a Bearer token (PostHog API overview). Used for every request that carries the credential,
 * those of n8n's own HTTP Request node included.
 * @throws Error when the request would go to another host than the credential's, or the key cannot be the right one.
 */
export function authenticatePostHog(
	credentials: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
): IHttpRequestOptions {
	const key = String(credentials.apiKey ?? '').trim();
	if (key === '') throw new Error('The API key of the PostHog credential is empty');
	const other = OTHER_KEYS[key.slice(0, 4)];
	if (other) {
		throw new Error(
			`The key in the PostHog credential is ${other}. Create a personal API key in PostHog under Settings, Personal API keys: it begins with phx_.`,
		);
	}
	requireSameHost(requestOptions, postHogBaseUrl(credentials), 'PostHog');
	return {
		...requestOptions,
		headers: { ...requestOptions.headers, Authorization: `Bearer ${key}` },
		sendCredentialsOnCrossOriginRedirect: false,
	};
}
