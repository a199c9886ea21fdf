import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readAddress } from '../../shared/request/address';

/** Hosts of the two clouds (PostHog API overview). */
const CLOUDS: Readonly<Record<string, string>> = {
	us: 'https://us.posthog.com',
	eu: 'https://eu.posthog.com',
};

/** Hosts that people know from tracking code; they take events in and answer nothing. The last one is the old US name. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
	'us.i.posthog.com': CLOUDS.us,
	'eu.i.posthog.com': CLOUDS.eu,
	'app.posthog.com': CLOUDS.us,
};

/** What follows the server's own address when it was copied from a browser. */
const PAGE = /\/(?:project|api|insights|settings|organization)(?:\/.*)?$/;

/**
 * The server's address, without a trailing slash: a cloud's, or the user's own, whose address may have been copied from
 * any of its pages.
 * @throws Error for text that is no address, and for plain http to a host outside the own network.
 */
export function postHogBaseUrl({ region, url }: ICredentialDataDecryptedObject): string {
	const cloud = CLOUDS[String(region ?? 'us')];
	if (cloud) return cloud;
	const address = readAddress(url, {
		field: 'URL',
		service: 'PostHog',
		allowsPrivateHosts: true,
	});
	const other = OTHER_NAMES[address.hostname];
	if (other) return other;
	return `${address.origin}${address.pathname.replace(PAGE, '').replace(/\/+$/, '')}`;
}
