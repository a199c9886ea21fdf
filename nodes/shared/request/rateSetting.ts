import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { RateWindow } from './types';

/**
 * A limit that the user can set in the credential, as a window of the rate limiter.
 * @param published what counts where the user set nothing usable
 */
export function rateSetting(
	credentials: ICredentialDataDecryptedObject,
	field: string,
	published: RateWindow,
): RateWindow {
	const wanted = Number(credentials[field]);
	return Number.isFinite(wanted) && wanted >= 1
		? { ...published, requests: Math.floor(wanted) }
		: published;
}
