import { running } from './running';
import { credentialRows } from '../../scripts/start/credentials';

interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

type Service = keyof typeof credentialRows;

const wrongKey = 'not-the-key-of-anybody';

/** A word that the message about a wrong key has to have, so that the user knows what to look at. */
const services: Array<{ service: Service; name: string; speaksOf: RegExp }> = [
	{ service: 'insightly', name: 'Insightly', speaksOf: /key/i },
	{ service: 'spotler', name: 'Spotler CRM', speaksOf: /access token/i },
	{ service: 'postHog', name: 'PostHog', speaksOf: /key/i },
];

export function credentialSentences(): void {
	it.each(services)('says OK for the right key of $name', async ({ service }) => {
		const { status, message } = await test(service, running()[service].account.key);
		expect([status, message]).toEqual(['OK', expect.anything()]);
	});

	it.each(services)('refuses a wrong key of $name in words that help', async (row) => {
		const { status, message } = await test(row.service, wrongKey);
		expect(status).toBe('Error');
		expect(message).toMatch(row.speaksOf);
		expect(message).not.toContain(wrongKey);
		expect(message).not.toMatch(/undefined|\[object|<html|\n\s+at /i);
	});
}

async function test(service: Service, key: string): Promise<CredentialTest> {
	const { client, credentials, [service]: sandbox } = running();
	const { id, name, type } = credentials[service];
	const data = credentialRows[service].data({ key, url: sandbox.account.url });
	return await client.post<CredentialTest>('/credentials/test', {
		credentials: { id, name, type, data },
	});
}
