import type { SandboxClock } from '../shared/clock';
import { createClock } from '../shared/clock';
import type { FaultScript } from '../shared/faults';
import { createFaultScript } from '../shared/faults';
import type { Reply, SandboxRequest } from '../shared/http';
import type { RateLimiter, RateLimitOptions } from '../shared/rateLimit';
import { createRateLimiter } from '../shared/rateLimit';
import type { LoggedRequest, Violation } from '../shared/requestLog';
import { createSandboxServer, monotonic } from '../shared/server';
import type { Account } from './account';
import { createAccount } from './account';
import { authenticate } from './authenticate';
import { createDispatcher, refusalReply } from './dispatch';
import type { SeedOptions } from './seed';
import { seedAccount } from './seed';
import { Store } from './store/store';
import type { InsightlySwitches } from './switches';
import { defaultSwitches } from './switches';

export interface InsightlySandboxOptions extends SeedOptions {
	/** The key that is let in. */
	apiKey?: string;
	switches?: Partial<InsightlySwitches>;
	/** 10 a second and 100,000 a day unless said otherwise; false or 0 for no limit. */
	rateLimit?: Partial<RateLimitOptions> | false;
	/** Added to every answer, ms. */
	latencyMs?: number;
	/** A clock to share, or a moment (ISO 8601 or ms) at which the sandbox's own clock stands still. */
	clock?: SandboxClock | string | number;
}

/** A local stand-in for the Insightly API v3.1. */
export interface InsightlySandbox {
	readonly apiKey: string;
	/** Listens on 127.0.0.1; port 0 picks a free one. The address ends in `/v3.1`. */
	start(port?: number): Promise<{ url: string; port: number }>;
	close(): Promise<void>;
	/** Answers in process, without a network: no faults, nothing logged. */
	answer(request: SandboxRequest): Reply;
	/** Every request so far, refused ones included. Empty it with `requests.length = 0`. */
	readonly requests: LoggedRequest[];
	/** Every request that no correct client would have sent. */
	readonly violations: Violation[];
	readonly faults: FaultScript;
	/** Readings of uncertain facts; may be changed at any moment. */
	readonly switches: InsightlySwitches;
	readonly clock: SandboxClock;
	/** `options` may be changed at any moment. */
	readonly rateLimit: RateLimiter;
	/** Records, behind the API's back. */
	readonly store: Store;
	/** Records and what hangs on them: files, follows, telephone screens … */
	readonly account: Account;
	/** Added to every answer, ms; may be changed at any moment. */
	latencyMs: number;
}

export const DEFAULT_API_KEY = '11111111-2222-3333-4444-555555555555';

const BASE_PATH = '/v3.1';

/** Makes a sandbox with its records; nothing listens until `start`. */
export function createInsightlySandbox(options: InsightlySandboxOptions = {}): InsightlySandbox {
	const clock = typeof options.clock === 'object' ? options.clock : createClock(options.clock);
	const switches = { ...defaultSwitches(), ...options.switches };
	const store = new Store(clock, switches);
	const account = createAccount(store, clock, switches);
	seedAccount(account, options);
	const rateLimit = createRateLimiter(limitsOf(options.rateLimit), monotonic, () => clock.now());
	const [requests, violations]: [LoggedRequest[], Violation[]] = [[], []];
	const apiKey = options.apiKey ?? DEFAULT_API_KEY;
	const faults = createFaultScript();
	const dispatch = createDispatcher(account, violations);
	const gate = { account, apiKey, rateLimit, dispatch };
	const answer = (request: SandboxRequest) => withRateHeaders(passGate(request, gate), rateLimit);
	const server = createSandboxServer({
		basePath: BASE_PATH,
		handle: answer,
		clock,
		faults,
		log: requests,
		latencyMs: () => sandbox.latencyMs,
		dateHeader: () => switches.dateHeader,
	});
	const sandbox: InsightlySandbox = {
		apiKey,
		async start(port = 0) {
			const url = await server.start(port);
			return { url, port: Number(new URL(url).port) };
		},
		close: async () => await server.close(),
		answer,
		...{ requests, violations, faults, switches, clock, rateLimit, store, account },
		latencyMs: options.latencyMs ?? 0,
	};
	return sandbox;
}

interface Gate {
	account: Account;
	apiKey: string;
	rateLimit: RateLimiter;
	dispatch: (request: SandboxRequest) => Reply;
}

/** Key first, then the limits, then the operation. */
function passGate(request: SandboxRequest, { account, apiKey, rateLimit, dispatch }: Gate): Reply {
	const { switches, clock } = account;
	if (!authenticate(request, apiKey)) {
		return refusalReply({ status: 401, message: 'Authentication failed' }, account);
	}
	const verdict = rateLimit.take();
	if (verdict === 'let through') return dispatch(request);
	const overDay = verdict === 'over the day';
	const message = overDay ? 'Daily request limit reached' : 'Too many requests';
	const wait = overDay ? secondsToMidnight(clock.now()) : 1;
	const told = overDay ? switches.retryAfterOnDailyLimit : switches.retryAfter;
	const headers = told ? { 'Retry-After': String(wait) } : undefined;
	return { ...refusalReply({ status: 429, message }, account), headers };
}

function withRateHeaders(reply: Reply, rateLimit: RateLimiter): Reply {
	const { limit, remaining } = rateLimit.today();
	const rates = { 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remaining': String(remaining) };
	return { ...reply, headers: { ...reply.headers, ...rates } };
}

function limitsOf(rateLimit: Partial<RateLimitOptions> | false | undefined): RateLimitOptions {
	if (rateLimit === false) return { perSecond: 0, perDay: 0 };
	return { perSecond: 10, perDay: 100_000, ...rateLimit };
}

function secondsToMidnight(now: number): number {
	return 86_400 - (Math.floor(now / 1000) % 86_400);
}
