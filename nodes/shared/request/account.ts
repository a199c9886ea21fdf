import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { fingerprint } from './fingerprint';
import { rateLimiterOf, type RateLimiter } from './rateLimiter';
import { secretsIn } from './secrets';
import type { ApiService, RequestContext } from './types';

/** Settings that a user can make on the node's Settings tab (Request Options). */
export type RequestSettings = Pick<
	IHttpRequestOptions,
	'timeout' | 'proxy' | 'skipSslCertificateValidation'
>;

/** Everything that requests to one account have in common. */
export interface Account {
	service: ApiService;
	credentialType: string;
	baseUrl: string;
	/**
	 * Its address and a fingerprint of its key, so that two credentials with the same key share one limit and one memory.
	 * Credentials without a lasting key go by their ID.
	 */
	name: string;
	limiter: RateLimiter;
	/** What nobody may read in a text. */
	secrets: readonly string[];
}

/**
 * Reads the credential once and finds the account's rate limiter.
 * @throws NodeOperationError when the credential's address cannot be right
 */
export async function openAccount(context: RequestContext, service: ApiService): Promise<Account> {
	const credentialType = service.credentialType(context);
	const credentials = await context.getCredentials(credentialType);
	const baseUrl = readBaseUrl(context, service, credentials);
	const id = context.getNode().credentials?.[credentialType]?.id ?? '';
	const name = `${baseUrl} ${keyMark(credentials) ?? id}`;
	return {
		...{ service, credentialType, baseUrl, name },
		limiter: rateLimiterOf(name, service.limits(credentials), service.maxInFlight),
		secrets: secretsIn(credentials),
	};
}

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
