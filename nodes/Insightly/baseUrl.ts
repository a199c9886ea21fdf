const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const API_PATH = '/v3.1';

const POD = /^[a-z]{2,3}\d{1,2}$/i;

/**
 * The API's base URL, from what users find under User Settings, API: the whole URL with or without `/v3.1` and slash,
 * only the host, or only the pod (`na1`). Without a trailing slash.
 * @throws Error for text that is no address, and for plain http to anything but this machine, which would show the key
 * to everyone on the way.
 */
export function insightlyBaseUrl(apiUrl: unknown): string {
	const text = String(apiUrl ?? '').trim();
	if (text === '') throw new Error('The API URL of the Insightly credential is empty');
	if (POD.test(text)) return `https://api.${text.toLowerCase()}.insightly.com${API_PATH}`;

	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	if (!URL.canParse(withScheme)) {
		throw new Error(`The API URL "${text}" of the Insightly credential is not an address`);
	}
	const url = new URL(withScheme);
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
		throw new Error(`The API URL "${url.origin}" would send the API key unencrypted: use https`);
	}
	if (!url.hostname.includes('.') && !LOOPBACK.test(url.hostname)) {
		throw new Error(`The API URL "${text}" of the Insightly credential is not an address`);
	}
	const path = url.pathname.replace(/\/+$/, '');
	return `${url.origin}${path === '' ? API_PATH : path}`;
}
