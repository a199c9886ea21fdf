import type { IHttpRequestOptions } from 'n8n-workflow';

/**
 * Lets a credential's key go nowhere but to its own server.
 * @throws Error when the request's scheme, host or port is not that of `baseUrl`.
 */
export function requireSameHost(
	{ url, baseURL }: IHttpRequestOptions,
	baseUrl: string,
	service: string,
): void {
	const target = resolvedUrl(url, baseURL);
	const own = new URL(baseUrl);
	if (target?.origin === own.origin) return;
	throw new Error(
		`The ${service} key is only sent to ${own.host}, but this request goes to ${target?.host ?? 'an unknown address'}. Correct the address in the credential or in the node.`,
	);
}

function resolvedUrl(url: string, baseURL: string | undefined): URL | undefined {
	const isAbsolute = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url);
	const whole = isAbsolute || baseURL === undefined ? url : `${baseURL.replace(/\/+$/, '')}/${url}`;
	return URL.canParse(whole) ? new URL(whole) : undefined;
}
