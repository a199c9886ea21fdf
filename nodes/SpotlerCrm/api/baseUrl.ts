import { readAddress } from '../../shared/request/address';

/** The one public address of API v4 (API v4 page). It has no version in its path. */
export const DEFAULT_BASE_URL = 'https://apiv4.reallysimplesystems.com';

/**
 * The API's base URL from what the user typed: with or without scheme and slash. Without a trailing slash.
 * @throws Error for text that is no address, and for plain http to anything but this machine, which would show the token
 * to everyone on the way.
 */
export function spotlerBaseUrl(typed: unknown): string {
	const text = String(typed ?? '').trim() || DEFAULT_BASE_URL;
	const url = readAddress(text, { field: 'base URL', service: 'Spotler CRM' });
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
