import type { SandboxClock } from '../shared/clock';
import { createClock } from '../shared/clock';
import type { FaultScript } from '../shared/faults';
import { createFaultScript } from '../shared/faults';
import type { Reply, SandboxRequest } from '../shared/http';
import { jsonReply, textReply } from '../shared/http';
import type { LoggedRequest, Violation } from '../shared/requestLog';
import { createSandboxServer } from '../shared/server';
import type { Account } from './call';
import { dispatch } from './dispatch';
import { answerOAuth, createTokens, type Tokens } from './oauth';
import { Refusal } from './refusal';
import { seedStore, type SeedOptions } from './seed';
import { SpotlerStore } from './store';
import { defaultSwitches, type SpotlerSwitches } from './switches';

export interface SpotlerSandboxOptions extends SeedOptions {
	/** The token that is let in; made up unless given. */
	accessToken?: string;
	switches?: Partial<SpotlerSwitches>;
	/** Added to every answer, ms. */
	latencyMs?: number;
	/** A clock to share, or a moment (ISO 8601 or ms) at which the sandbox's own clock stands still. */
	clock?: SandboxClock | string | number;
}

/** A local stand-in for the Spotler CRM API v4. */
export interface SpotlerSandbox {
	readonly accessToken: string;
	/** Listens on 127.0.0.1; port 0 picks a free one. The address has no path. */
	start(port?: number): Promise<{ url: string; port: number }>;
	close(): Promise<void>;
	/** The answer to a request without a network in between; it is not logged. */
	answer(request: SandboxRequest): Reply;
	/** Every request so far, refused ones included. Empty it with `requests.length = 0`. */
	readonly requests: LoggedRequest[];
	/** Every request that no correct client would have sent. */
	readonly violations: Violation[];
	readonly faults: FaultScript;
	/** Readings of uncertain facts; may be changed at any moment. */
	readonly switches: SpotlerSwitches;
	readonly clock: SandboxClock;
	/** Records, lookup lists and files, behind the API's back. */
	readonly store: SpotlerStore;
	/** Tokens and the client of the web flow. */
	readonly tokens: Tokens;
	/** Refused calls: with the service, each of these can send an e-mail to the administrator. */
	readonly alerts: LoggedRequest[];
	/** Added to every answer, ms; may be changed at any moment. */
	latencyMs: number;
}

/** Makes a sandbox with its records; nothing listens until `start`. */
export function createSpotlerSandbox(options: SpotlerSandboxOptions = {}): SpotlerSandbox {
	const clock = typeof options.clock === 'object' ? options.clock : createClock(options.clock);
	const switches = { ...defaultSwitches(), ...options.switches };
	const store = new SpotlerStore(clock, switches);
	seedStore(store, clock, options);
	const [requests, violations]: [LoggedRequest[], Violation[]] = [[], []];
	const faults = createFaultScript();
	const tokens = createTokens(options.accessToken);
	const account: Account = {
		store,
		switches,
		clock,
		count: (kind, detail, { method, path }) => violations.push({ kind, detail, method, path }),
	};
	let calls = 0;
	const answer = (request: SandboxRequest) => handle(request, account, tokens, () => (calls += 1));
	const server = createSandboxServer({
		basePath: '',
		handle: answer,
		clock,
		faults,
		log: requests,
		latencyMs: () => sandbox.latencyMs,
		dateHeader: () => switches.dateHeader,
	});
	const sandbox: SpotlerSandbox = {
		accessToken: tokens.settingsToken,
		async start(port = 0) {
			const url = await server.start(port);
			return { url, port: Number(new URL(url).port) };
		},
		close: async () => await server.close(),
		answer,
		...{ requests, violations, faults, switches, clock, store, tokens },
		get alerts() {
			return requests.filter(({ status }) => status >= 300);
		},
		latencyMs: options.latencyMs ?? 0,
	};
	return sandbox;
}

/** Token first, then the call limit, then the operation. */
function handle(
	request: SandboxRequest,
	account: Account,
	tokens: Tokens,
	countCall: () => number,
): Reply {
	const { switches } = account;
	const oauth = answerOAuth(request, tokens);
	if (oauth) return oauth;
	const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
	if (!tokens.accepts(token)) return refusedToken(request, switches.authFailure);
	try {
		if (switches.callLimit > 0 && countCall() > switches.callLimit) {
			throw new Refusal(switches.callLimitStatus, 'Limit error', 'API call limit reached');
		}
		return spelt(dispatch(account, request), switches);
	} catch (error) {
		if (!(error instanceof Refusal)) return textReply(500, `The sandbox itself broke: ${error}`);
		if (error.violation) account.count(error.violation, error.message, request);
		return spelt(refusalReply(error), switches);
	}
}

const LOG_IN_PAGE =
	'<!DOCTYPE html><html><head><title>Log in</title></head><body>Log in</body></html>';

function refusedToken({ path }: SandboxRequest, status: SpotlerSwitches['authFailure']): Reply {
	if (status === 301) {
		return {
			status,
			headers: { Location: path === '/login' ? '/login?again' : '/login' },
			body: { text: LOG_IN_PAGE, type: 'text/html; charset=utf-8' },
		};
	}
	const type = 'Authentication error';
	return jsonReply(status, { type, code: status, message: 'Unauthenticated' });
}

function refusalReply({ status, type, message, validation }: Refusal): Reply {
	return jsonReply(status, {
		type,
		code: status,
		message,
		...(validation ? { validation } : {}),
	});
}

/** Slashes come escaped in the document's samples, which JSON allows and careless readers stumble over. */
function spelt(reply: Reply, { escapedSlashes }: SpotlerSwitches): Reply {
	if (!escapedSlashes || !reply.body || !('json' in reply.body)) return reply;
	const text = JSON.stringify(reply.body.json).replace(/\//g, '\\/');
	return { ...reply, body: { text, type: 'application/json' } };
}
