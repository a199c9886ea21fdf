import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { requireSameHost } from '../../shared/request/sameHost';
import { spotlerBaseUrl } from './baseUrl';

/** The token alone, from whatever was pasted: with white space, line breaks or the word Bearer in front. */
export const cleanToken = (pasted: unknown): string =>
	String(pasted ?? '')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^(?:authorization: ?)?bearer /i, '')
		.replace(/ /g, '');

/**
 * Bearer token (API v4 page). Used for every request that carries the credential, those of n8n's own HTTP Request node
 * included.
 * @throws Error when the request would go to another host than the credential's, or the credential cannot be right.
 */
export function authenticateSpotler(
	{ accessToken, baseUrl }: ICredentialDataDecryptedObject,
	requestOptions: IHttpRequestOptions,
): IHttpRequestOptions {
	const token = cleanToken(accessToken);
	if (token === '') throw new Error('The access token of the Spotler CRM credential is empty');
	requireSameHost(requestOptions, spotlerBaseUrl(baseUrl), 'Spotler CRM');
	return {
		...requestOptions,
		headers: { ...requestOptions.headers, Authorization: `Bearer ${token}` },
		sendCredentialsOnCrossOriginRedirect: false,
	};
}
