import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { RequestSettings } from '../request/account';
import type { ItemContext } from './itemContext';

/** Groups of items with a pause between them, as the user may set on the Settings tab. */
export interface Batching {
	size: number;
	intervalMs: number;
}

const options = (item: ItemContext): IDataObject => item.collection('requestOptions');

/**
 * The user's Request Options: time limit, proxy, certificate check.
 * @throws NodeOperationError when the proxy is not an address.
 */
export function readRequestSettings(item: ItemContext): RequestSettings {
	const { timeout, proxy, allowUnauthorizedCerts } = options(item);
	return {
		...(timeout ? { timeout: Number(timeout) } : {}),
		...(proxy ? { proxy: readProxy(item, String(proxy)) } : {}),
		...(allowUnauthorizedCerts ? { skipSslCertificateValidation: true } : {}),
	};
}

function readProxy(item: ItemContext, text: string): IHttpRequestOptions['proxy'] {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	// n8n leaves any other kind aside and sends the request directly, which is not what the user asked for.
	if (url && !['http:', 'https:'].includes(url.protocol)) {
		throw item.refuse(
			`A proxy of the kind "${url.protocol.replace(':', '')}" cannot be used`,
			'n8n only knows proxies for HTTP. Give the address of one, such as http://proxy.example.com:8080.',
		);
	}
	if (!url?.hostname || !url.port) {
		throw item.refuse(
			'The proxy is not valid',
			'Write it as an address with a port, such as http://proxy.example.com:8080.',
		);
	}
	return {
		host: url.hostname,
		port: Number(url.port),
		protocol: url.protocol.replace(/:$/, ''),
		...(url.username ? { auth: { username: url.username, password: url.password } } : {}),
	};
}

/** Without a pause between them, groups mean nothing: then the whole run is one. */
export function readBatching(item: ItemContext): Batching {
	const batching = (options(item).batching as IDataObject | undefined)?.batch as
		| IDataObject
		| undefined;
	const intervalMs = Number(batching?.batchInterval ?? 0);
	const size = Number(batching?.batchSize ?? 0);
	if (!(intervalMs > 0)) return { size: Number.MAX_SAFE_INTEGER, intervalMs: 0 };
	return { size: size > 0 ? size : 1, intervalMs };
}
