import type { N8nClient } from './n8nClient';
import type { SandboxAccount, Sandboxes } from './sandboxes';

type Service = keyof Sandboxes;

/** A credential of the package: its type in n8n, the name it gets there, and its form filled in for an account. */
export interface CredentialRow {
	type: string;
	name: string;
	data(account: SandboxAccount): Record<string, string>;
}

/** One credential for each sandbox. */
export const credentialRows: Record<Service, CredentialRow> = {
	insightly: {
		type: 'insightlyApi',
		name: 'Insightly sandbox',
		data: ({ key, url }) => ({ apiKey: key, apiUrl: url }),
	},
	spotler: {
		type: 'spotlerCrmApi',
		name: 'Spotler CRM sandbox',
		data: ({ key, url }) => ({ accessToken: key, baseUrl: url }),
	},
	postHog: {
		type: 'postHogInsightsApi',
		name: 'PostHog sandbox',
		data: ({ key, url }) => ({ apiKey: key, region: 'selfHosted', url }),
	},
};

/** A credential as n8n holds it. */
export interface ProvidedCredential {
	id: string;
	name: string;
	type: string;
	/** Whether it led to another address when n8n started, so that what ran until now led nowhere. */
	hasMoved: boolean;
}

export type ProvidedCredentials = Record<Service, ProvidedCredential>;

/** Sees to it that n8n holds a credential for each sandbox, with the current key and address. */
export async function provideCredentials(
	client: N8nClient,
	{ insightly, spotler, postHog }: Sandboxes,
): Promise<ProvidedCredentials> {
	const present = await client.get<Present[]>('/credentials');
	const provide = async (service: Service, account: SandboxAccount) =>
		await provideCredential(client, credentialRows[service], account, present);
	return {
		insightly: await provide('insightly', insightly.account),
		spotler: await provide('spotler', spotler.account),
		postHog: await provide('postHog', postHog.account),
	};
}

interface Present {
	id: string;
	name: string;
}

async function provideCredential(
	client: N8nClient,
	{ type, name, data }: CredentialRow,
	account: SandboxAccount,
	present: Present[],
): Promise<ProvidedCredential> {
	const credential = { name, type, data: data(account) };
	const id = present.find((one) => one.name === name)?.id;
	if (id === undefined) {
		const created = await client.post<Present>('/credentials', credential);
		return { id: created.id, name, type, hasMoved: false };
	}
	const path = `/credentials/${id}`;
	const stored = await client.get<{ data?: Record<string, unknown> }>(`${path}?includeData=true`);
	await client.patch(path, credential);
	const hasMoved = !Object.values(stored.data ?? {}).includes(account.url);
	return { id, name, type, hasMoved };
}
