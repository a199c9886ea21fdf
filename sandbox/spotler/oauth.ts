import type { Reply, SandboxRequest } from '../shared/http';
import { emptyReply, jsonReply } from '../shared/http';

/** Tokens of the sandbox: the one that a person makes in the settings, and those of the web flow. */
export interface Tokens {
	/** Made in the settings; does not expire. */
	readonly settingsToken: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** Access tokens of the web flow that are let in. Empty it to let them expire. */
	readonly issued: Set<string>;
	/** Refresh tokens that are good for one use. */
	readonly refresh: Set<string>;
	/** Codes of the web flow that were not redeemed yet. */
	readonly codes: Set<string>;
	accepts(token: string): boolean;
	/** A pair as the web flow would have given it. */
	issue(): { access_token: string; refresh_token: string };
}

/** A text in the shape of a signed token of the usual length (more than 1,000 characters). */
function tokenText(name: string): string {
	const part = (text: string, length: number) =>
		Buffer.from(text.padEnd(length, ' sandbox')).toString('base64url');
	return `ey${part(`{"alg":"none","name":"${name}"}`, 115)}.ey${part(`{"sub":"${name}"}`, 700)}.${part('signature', 20)}`;
}

export function createTokens(accessToken?: string): Tokens {
	let count = 0;
	const tokens: Tokens = {
		settingsToken: accessToken ?? tokenText('settings'),
		clientId: 'sandbox-client',
		clientSecret: 'sandbox-client-pass',
		issued: new Set(),
		refresh: new Set(),
		codes: new Set(),
		accepts: (token) => token === tokens.settingsToken || tokens.issued.has(token),
		issue() {
			count += 1;
			const pair = { access_token: tokenText(`web-${count}`), refresh_token: `refresh-${count}` };
			tokens.issued.add(pair.access_token);
			tokens.refresh.add(pair.refresh_token);
			return pair;
		},
	};
	return tokens;
}

/** `/oauth/authorize` and `/oauth/token`, a guess like the addresses themselves; undefined for anything else. */
export function answerOAuth(request: SandboxRequest, tokens: Tokens): Reply | undefined {
	const route = `${request.method} ${request.path}`;
	if (route === 'GET /oauth/authorize') return authorize(request, tokens);
	return route === 'POST /oauth/token' ? exchange(request, tokens) : undefined;
}

/** Says yes in the user's name and sends the browser back. */
function authorize({ query }: SandboxRequest, tokens: Tokens): Reply {
	const { client_id: client, redirect_uri: back, state = '' } = Object.fromEntries(query);
	if (client !== tokens.clientId || !URL.canParse(back ?? '')) {
		return jsonReply(400, { error: 'invalid_client' });
	}
	const code = `code-${tokens.codes.size + 1}-${tokens.issued.size}`;
	tokens.codes.add(code);
	const to = new URL(back);
	to.searchParams.set('code', code);
	to.searchParams.set('state', state);
	return emptyReply(302, { Location: to.toString() });
}

function exchange({ body, headers }: SandboxRequest, tokens: Tokens): Reply {
	const form = new URLSearchParams(body.toString('utf8'));
	const basic = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
	const [user, pass] = Buffer.from(basic, 'base64').toString('utf8').split(':');
	const isKnown =
		(form.get('client_id') ?? user) === tokens.clientId &&
		(form.get('client_secret') ?? pass) === tokens.clientSecret;
	if (!isKnown) return jsonReply(401, { error: 'invalid_client' });
	const grant = form.get('grant_type');
	const isGood =
		grant === 'refresh_token'
			? tokens.refresh.delete(form.get('refresh_token') ?? '')
			: grant === 'authorization_code' && tokens.codes.delete(form.get('code') ?? '');
	if (!isGood) return jsonReply(400, { error: 'invalid_grant' });
	return jsonReply(200, { token_type: 'Bearer', expires_in: 3600, ...tokens.issue() });
}
