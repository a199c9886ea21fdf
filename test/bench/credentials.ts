import type { N8nClient } from '../../scripts/start/n8nClient';

export interface CredentialLink {
	id: string;
	name: string;
}

/** Each pair: with the limit that the service publishes, and without a limit that matters. */
export interface Credentials {
	limited: Record<string, CredentialLink>;
	fast: Record<string, CredentialLink>;
}

type Speed = keyof Credentials;

/** Enough that the limiter is never what a run waits for. */
const UNLIMITED = 1_000_000;

/** Accounts with keys of their own, because a limit belongs to an account. */
const rows = (url: string, speed: Speed): Record<string, object> => {
	const key = `bench-${speed}`;
	const limit = speed === 'fast' ? UNLIMITED : 10;
	const perMinute = speed === 'fast' ? 0 : 240;
	return {
		insightlyApi: { apiKey: key, apiUrl: `${url}/v3.1`, requestsPerSecond: limit },
		spotlerCrmApi: { accessToken: key, baseUrl: url, requestsPerSecond: limit },
		postHogInsightsApi: {
			...{ apiKey: `phx_${key}`, region: 'selfHosted', url },
			...{ requestsPerMinute: perMinute, requestsPerHour: perMinute * 5 },
		},
		httpBasicAuth: { user: key, password: '' },
		httpHeaderAuth: { name: 'Authorization', value: `Bearer ${key}` },
	};
};

/** Sees to it that n8n holds the credentials of the benchmark. */
export async function provideCredentials(client: N8nClient, url: string): Promise<Credentials> {
	const present = await client.get<CredentialLink[]>('/credentials');
	const provide = async (speed: Speed) => {
		const links: Record<string, CredentialLink> = {};
		for (const [type, data] of Object.entries(rows(url, speed))) {
			const name = `bench ${speed} ${type}`;
			const known = present.find((one) => one.name === name);
			const { id } =
				known ?? (await client.post<CredentialLink>('/credentials', { name, type, data }));
			links[type] = { id, name };
		}
		return links;
	};
	return { limited: await provide('limited'), fast: await provide('fast') };
}
