const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Names and numbers that only mean something inside one's own network. */
const PRIVATE =
	/^(10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|[^.]+|.+\.(?:local|internal|lan))$/;

/** An address in a credential, and how strictly it is taken. */
export interface AddressRules {
	/** Name of the field in the form. */
	field: string;
	/** As users know it. */
	service: string;
	/** Whether hosts inside one's own network are possible, and plain http to them. Default: no. */
	allowsPrivateHosts?: boolean;
}

/**
 * The address that a credential's field holds; https is assumed where no scheme is written.
 * @throws Error for text that is no address, and for plain http that would show the key to everyone on the way.
 */
export function readAddress(value: unknown, rules: AddressRules): URL {
	const text = String(value ?? '').trim();
	const { field, service, allowsPrivateHosts: isPrivatePossible = false } = rules;
	if (text === '') throw new Error(`The ${field} of the ${service} credential is empty`);
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
	if (!url)
		throw new Error(`The ${field} "${text}" of the ${service} credential is not an address`);

	const isOwn = LOOPBACK.test(url.hostname) || (isPrivatePossible && PRIVATE.test(url.hostname));
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isOwn)) {
		throw new Error(`The ${field} "${url.origin}" would send the API key unencrypted: use https`);
	}
	if (!url.hostname.includes('.') && !isOwn) {
		throw new Error(`The ${field} "${text}" of the ${service} credential is not an address`);
	}
	return url;
}
