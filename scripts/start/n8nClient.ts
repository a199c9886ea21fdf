import type { Login } from './home';
import { Stop } from './stop';

/** n8n's REST interface, as its editor uses it: signed in, paths below `/rest`, answers without their `data` wrapper. */
export interface N8nClient {
	get<T>(path: string): Promise<T>;
	post<T>(path: string, body: object): Promise<T>;
	patch<T>(path: string, body: object): Promise<T>;
	/** A page outside `/rest`: status and text. */
	page(path: string): Promise<{ status: number; text: string }>;
}

/** Signs in. Throws `Stop` when n8n refuses; every method throws `Stop` with n8n's own words. */
export async function signIn(url: string, { email, password }: Login): Promise<N8nClient> {
	let cookie = '';
	const renew = async () => {
		const answer = await send(url, 'POST', '/rest/login', { emailOrLdapLoginId: email, password });
		cookie = answer.headers
			.getSetCookie()
			.map((line) => line.split(';')[0])
			.join('; ');
		await dataOf(answer, 'POST /rest/login');
	};
	const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
		const ask = async () => await send(url, method, `/rest${path}`, body, cookie);
		let answer = await ask();
		if (answer.status === 401) {
			await renew();
			answer = await ask();
		}
		return (await dataOf(answer, `${method} /rest${path}`)) as T;
	};
	await renew();
	return {
		get: async (path) => await call('GET', path),
		post: async (path, body) => await call('POST', path, body),
		patch: async (path, body) => await call('PATCH', path, body),
		page: async (path) => {
			const answer = await send(url, 'GET', path, undefined, cookie);
			return { status: answer.status, text: await answer.text() };
		},
	};
}

async function send(
	url: string,
	method: string,
	path: string,
	body?: object,
	cookie = '',
): Promise<Response> {
	return await fetch(url + path, {
		method,
		headers: {
			'content-type': 'application/json',
			// A connection that lies idle while this process compiles is closed by n8n unnoticed.
			connection: 'close',
			...(cookie ? { cookie } : {}),
		},
		body: body && JSON.stringify(body),
	});
}

async function dataOf(answer: Response, what: string): Promise<unknown> {
	const text = await answer.text();
	if (answer.ok) return (JSON.parse(text) as { data: unknown }).data;
	throw new Stop(`n8n answered ${answer.status} to ${what}: ${text.slice(0, 600)}`);
}
