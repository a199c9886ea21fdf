import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { requireSameHost } from '../../shared/request/sameHost';
import { insightlyBaseUrl } from './baseUrl';

/**
 * HTTP Basic with the key as user name and no password (Insightly API help page). Used for every request that carries
 * the credential, those of n8n's own HTTP Request node included.
 * @throws Error when the request would go to another host than the credential's, or the credential cannot be right.
 */
export function authenticateInsightly(
	{ apiKey, apiUrl }: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
): IHttpRequestOptions {
	const key = String(apiKey ?? '').trim();
	if (key === '') throw new Error('The API key of the Insightly credential is empty');
	requireSameHost(requestOptions, insightlyBaseUrl(apiUrl), 'Insightly');
	return {
		...requestOptions,
		headers: {
			...requestOptions.headers,
			Authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
		},
		sendCredentialsOnCrossOriginRedirect: false,
	};
}
