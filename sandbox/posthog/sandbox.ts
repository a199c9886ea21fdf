import { createClock, type SandboxClock } from '../shared/clock';
import { createFaultScript, type FaultScript } from '../shared/faults';
import type { LoggedRequest, Violation } from '../shared/requestLog';
import type { Reply, SandboxRequest } from '../shared/http';
import { createSandboxServer } from '../shared/server';
import type { World } from './call';
import { createDispatcher } from './dispatch';
import type { Key } from './model';
import { seedStore } from './seed';
import { Store } from './store';
import { defaultSwitches, type PostHogSwitches } from './switches';
import { publishedLimits, Throttle, type ThrottleLimits } from './throttle';

export interface PostHogSandboxOptions {
	/** The key that is let in with every scope. */
	apiKey?: string;
	switches?: Partial<PostHogSwitches>;
	/** Three insights unless said otherwise. */
	seed?: 'company' | 'empty';
	/** Those that PostHog publishes unless said otherwise; false for none. */
	rateLimit?: ThrottleLimits | false;
	/** How long a computation in the background takes by the sandbox clock, ms. 3 s unless said otherwise. */
	computeMs?: number;
	/** Added to every answer, ms. */
	latencyMs?: number;
	/** A clock to share, or a moment (ISO 8601 or ms) at which the sandbox's own clock stands still. */
	clock?: SandboxClock | string | number;
}

/** A local stand-in for PostHog's Insights API and the few endpoints around it. */
export interface PostHogSandbox extends Pick<World, 'store' | 'clock' | 'switches'> {
	readonly apiKey: string;
	/** Keys by their text: scopes and projects of each, to be added to or changed. */
	readonly keys: Map<string, Key>;
	/** Listens on 127.0.0.1; port 0 picks a free one. The address is the origin, without a path. */
	start(port?: number): Promise<{ url: string; port: number }>;
	close(): Promise<void>;
	/** Answers in process, without a network: no faults, nothing logged. */
	answer(request: SandboxRequest): Reply;
	/** Every request so far, refused ones included. Empty it with `requests.length = 0`. */
	readonly requests: LoggedRequest[];
	/** Every request that no correct client would have sent. */
	readonly violations: Violation[];
	readonly faults: FaultScript;
	/** Limits may be changed at any moment. */
	readonly throttle: Throttle;
	/** The service itself: how long computations take, and whether it is too busy for them. */
	readonly world: World;
	/** Added to every answer, ms; may be changed at any moment. */
	latencyMs: number;
}

export const DEFAULT_API_KEY = 'phx_sandboxSandboxSandboxSandbox';

/** Makes a sandbox with its insights; nothing listens until `start`. */
export function createPostHogSandbox(options: PostHogSandboxOptions = {}): PostHogSandbox {
	const clock = typeof options.clock === 'object' ? options.clock : createClock(options.clock);
	const switches = {
		...defaultSwitches(),
		...(options.rateLimit === false ? { rateLimits: false } : {}),
		...options.switches,
	};
	const store = new Store(clock);
	seedStore(store, options.seed ?? 'company');
	const [requests, violations]: [LoggedRequest[], Violation[]] = [[], []];
	const apiKey = options.apiKey ?? DEFAULT_API_KEY;
	const keys = new Map<string, Key>([[apiKey, { user: store.users[0], scopes: ['*'] }]]);
	const faults = createFaultScript();
	const throttle = new Throttle(options.rateLimit || publishedLimits(), clock);
	const world: World = {
		...{ store, clock, switches },
		exports: [],
		computeMs: options.computeMs ?? 3_000,
		busyFor: 0,
		count: (kind, detail, { method, path }) => violations.push({ kind, detail, method, path }),
	};
	const answer = createDispatcher({ world, keys, throttle });
	const server = createSandboxServer({
		basePath: '',
		handle: answer,
		clock,
		faults,
		log: requests,
		latencyMs: () => sandbox.latencyMs,
		dateHeader: () => switches.dateHeader,
	});
	const sandbox: PostHogSandbox = {
		async start(port = 0) {
			const url = await server.start(port);
			return { url, port: Number(new URL(url).port) };
		},
		close: async () => await server.close(),
		answer,
		...{ apiKey, keys, requests, violations, faults, throttle, world, store, clock, switches },
		latencyMs: options.latencyMs ?? 0,
	};
	return sandbox;
}
