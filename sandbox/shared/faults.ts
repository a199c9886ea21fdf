import type { SandboxRequest } from './http';

/** Something that goes wrong on the way, on purpose. */
export type Fault =
	/** Answers this instead of acting, e.g. 429 or 503, with whatever headers (such as Retry-After) and text. */
	| { kind: 'status'; status: number; headers?: Record<string, string>; text?: string }
	/** Cuts the connection: before the request acted, or after it acted but before the answer. */
	| { kind: 'drop'; when: 'before acting' | 'after acting' }
	/** Acts, announces the whole answer, sends half of it and cuts the connection. */
	| { kind: 'truncate' }
	/** Answers a page meant for people, as proxies and log-in screens do. */
	| { kind: 'html'; status?: number }
	/** Acts, but answers without a body (200 unless said otherwise). */
	| { kind: 'empty'; status?: number }
	/** Acts, but answers text that claims to be JSON and is not. */
	| { kind: 'broken json' }
	/** Waits, then acts and answers. */
	| { kind: 'slow'; milliseconds: number }
	/** Sends the client somewhere else. */
	| { kind: 'redirect'; to: string; status?: number };

/** Which requests a fault meets. Everything given must fit; nothing given fits every request. */
export interface FaultMatch {
	method?: string;
	/** Text: the path below the base path, letter case ignored. Or a pattern. */
	path?: string | RegExp;
	when?: (request: SandboxRequest) => boolean;
}

export interface FaultOrder {
	match?: FaultMatch;
	/** How many matching requests meet it, 1 unless said otherwise. */
	times?: number;
	/** How many matching requests pass unharmed first. */
	after?: number;
	fault: Fault;
}

/** Faults waiting for their request, first come first served. */
export interface FaultScript {
	next(order: FaultOrder): void;
	/** Takes the fault meant for this request, if there is one. */
	take(request: SandboxRequest): Fault | undefined;
	/** How many are still waiting. */
	pending(): number;
	clear(): void;
}

interface WaitingOrder {
	match: FaultMatch;
	fault: Fault;
	after: number;
	times: number;
}

/** An empty script. */
export function createFaultScript(): FaultScript {
	let waiting: WaitingOrder[] = [];
	return {
		next({ match = {}, times = 1, after = 0, fault }) {
			waiting.push({ match, times, after, fault });
		},
		take(request) {
			for (const order of waiting) {
				if (!fits(order.match, request)) continue;
				if (order.after > 0) {
					order.after -= 1;
					continue;
				}
				order.times -= 1;
				waiting = waiting.filter(({ times }) => times > 0);
				return order.fault;
			}
			return undefined;
		},
		pending: () => waiting.reduce((sum, { times }) => sum + times, 0),
		clear() {
			waiting = [];
		},
	};
}

function fits({ method, path, when }: FaultMatch, request: SandboxRequest): boolean {
	if (method && method.toUpperCase() !== request.method) return false;
	if (typeof path === 'string' && path.toLowerCase() !== request.path.toLowerCase()) return false;
	if (path instanceof RegExp && !path.test(request.path)) return false;
	return when === undefined || when(request);
}
