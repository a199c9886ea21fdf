import type { InsightlySandbox, InsightlySandboxOptions } from '../../../sandbox/insightly';
import { createInsightlySandbox } from '../../../sandbox/insightly';

/** An answer as a test looks at it. */
export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	/** The parsed body; undefined when it is not JSON. */
	json: unknown;
	bytes: Buffer;
}

export interface Sending {
	body?: unknown;
	headers?: Record<string, string>;
	/** Sent as it is, instead of `body`. */
	raw?: RequestInit['body'];
}

export interface SandboxClient {
	sandbox: InsightlySandbox;
	url: string;
	send(method: string, path: string, sending?: Sending): Promise<Answer>;
	get(path: string, headers?: Record<string, string>): Promise<Answer>;
	post(path: string, body?: unknown): Promise<Answer>;
	put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
	remove(path: string, body?: unknown): Promise<Answer>;
}

/** HTTP Basic with the key as user name and no password. */
export function basic(key: string): string {
	return `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
}

/** Starts a sandbox without rate limit and a client that knows its key. */
export async function startSandbox(options: InsightlySandboxOptions = {}): Promise<SandboxClient> {
	const sandbox = createInsightlySandbox({ seed: 'empty', rateLimit: false, ...options });
	const { url } = await sandbox.start();
	const send = async (method: string, path: string, { body, headers, raw }: Sending = {}) => {
		const response = await fetch(`${url}${path}`, {
			method,
			redirect: 'manual',
			headers: {
				Authorization: basic(sandbox.apiKey),
				...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
				...headers,
			},
			body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
		});
		return await readAnswer(response);
	};
	return {
		sandbox,
		url,
		send,
		get: async (path, headers) => await send('GET', path, { headers }),
		post: async (path, body) => await send('POST', path, { body }),
		put: async (path, body, headers) => await send('PUT', path, { body, headers }),
		remove: async (path, body) => await send('DELETE', path, { body }),
	};
}

async function readAnswer(response: Response): Promise<Answer> {
	const bytes = Buffer.from(await response.arrayBuffer());
	const text = bytes.toString('utf8');
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		json = undefined;
	}
	return { status: response.status, headers: response.headers, text, json, bytes };
}
