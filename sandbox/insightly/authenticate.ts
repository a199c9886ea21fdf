import type { SandboxRequest } from '../shared/http';

/**
 * HTTP Basic with the key as user name. The password is ignored, and the colon may be missing: both forms were
 * seen at work.
 */
export function authenticate({ headers }: SandboxRequest, apiKey: string): boolean {
	const encoded = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
	if (encoded === undefined) return false;
	const [user] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
	return user === apiKey;
}
