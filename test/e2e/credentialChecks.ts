import { expectThat } from './expectThat';
import type { Check, Checked } from './checks';
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

/** The button "Test" of each credential, with the right key and with a wrong one. */
export const credentialChecks: Check[] = services.flatMap(({ service, name, speaksOf }) => [
	{
		says: `the ${name} credential test says OK for the right key`,
		see: async (checked: Checked) => {
			const { status, message } = await test(checked, service, checked[service].account.key);
			expectThat(status === 'OK', `it said ${status}: ${message}`);
		},
	},
	{
		says: `the ${name} credential test refuses a wrong key in words that help`,
		see: async (checked: Checked) => {
			const { status, message } = await test(checked, service, wrongKey);
			expectThat(status === 'Error', `it said ${status}: ${message}`);
			expectThat(speaksOf.test(message), `its message does not name the key: "${message}"`);
			expectThat(!message.includes(wrongKey), 'its message repeats the key');
			expectThat(!/undefined|\[object|<html|\n\s+at /i.test(message), `it reads "${message}"`);
		},
	},
]);

async function test(checked: Checked, service: Service, key: string): Promise<CredentialTest> {
	const { id, name, type } = checked.credentials[service];
	const { url } = checked[service].account;
	const data = credentialRows[service].data({ key, url });
	return await checked.client.post<CredentialTest>('/credentials/test', {
		credentials: { id, name, type, data },
	});
}
