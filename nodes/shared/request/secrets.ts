import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

const SECRET_NAME = /key|token|secret|password/i;

/** Shorter values would take ordinary words out of texts. */
const SHORTEST_SECRET = 6;

const AUTHORIZATION = /\b(Basic|Bearer)\s+[\w+/=.~-]{8,}/g;

/** Everything in a credential that nobody may read: by the names of its fields, at any depth. */
export function secretsIn(credentials: ICredentialDataDecryptedObject): string[] {
	return Object.entries(credentials).flatMap(([name, value]) => {
		if (typeof value === 'object' && value !== null) {
			return secretsIn(value as ICredentialDataDecryptedObject);
		}
		if (typeof value !== 'string' || !SECRET_NAME.test(name) || value.includes('://')) return [];
		const secret = value.trim();
		return secret.length < SHORTEST_SECRET ? [] : [secret, encodeURIComponent(secret)];
	});
}

/** A text without secrets: a server may say back what it was sent. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
	const plain = text.replace(AUTHORIZATION, '$1 …');
	return secrets.reduce((shown, secret) => shown.split(secret).join('…'), plain);
}
