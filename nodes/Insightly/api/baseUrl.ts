import { readAddress } from '../../shared/request/address';

const API_PATH = '/v3.1';

const POD = /^[a-z]{2,3}\d{1,2}$/i;

/** Where people work: the address in their browser says the pod as well. */
const IN_BROWSER = /^crm\.([a-z]{2,3}\d{1,2})\.insightly\.com$/;

/**
 * The API's base URL, from what users find under User Settings, API: the whole URL with or without `/v3.1` and slash,
 * only the host, only the pod (`na1`), or the address in the browser (`crm.na1.insightly.com`). Without a trailing slash.
 * @throws Error for text that is no address, and for plain http to anything but this machine, which would show the key
 * to everyone on the way.
 */
export function insightlyBaseUrl(apiUrl: unknown): string {
	const text = String(apiUrl ?? '').trim();
	if (POD.test(text)) return `https://api.${text.toLowerCase()}.insightly.com${API_PATH}`;
	const url = readAddress(text, { field: 'API URL', service: 'Insightly' });
	const pod = IN_BROWSER.exec(url.hostname)?.[1];
	if (pod) return `https://api.${pod}.insightly.com${API_PATH}`;
	const path = url.pathname.replace(/\/+$/, '');
	return `${url.origin}${path === '' ? API_PATH : path}`;
}
