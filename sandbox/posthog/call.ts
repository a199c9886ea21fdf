import type { SandboxClock } from '../shared/clock';
import type { SandboxRequest } from '../shared/http';
import type { JsonObject } from '../shared/json';
import type { Export } from './exports';
import type { Key, User } from './model';
import type { Route } from './routes';
import type { Store } from './store';
import type { PostHogSwitches } from './switches';

/** One PostHog: what it keeps and how it behaves. */
export interface World {
	readonly store: Store;
	readonly clock: SandboxClock;
	readonly switches: PostHogSwitches;
	/** Files that were asked for. */
	readonly exports: Export[];
	/** How long a computation in the background takes by the sandbox clock, ms. */
	computeMs: number;
	/** How many computations are refused because too many run at once. */
	busyFor: number;
	/** Counts a request that no correct client would send. */
	count(kind: string, detail: string, request: SandboxRequest): void;
}

/** One request on its way through a behaviour. */
export interface Call {
	readonly world: World;
	readonly route: Route;
	readonly request: SandboxRequest;
	readonly key: Key;
	readonly user: User;
	/** The project in the path; 0 where there is none. */
	readonly project: number;
	/** Path parameters, decoded. */
	readonly params: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string>>;
	/** The parsed JSON body; empty when there was none. */
	readonly body: JsonObject;
	/** Scheme and host that the client used, for addresses in answers. */
	readonly origin: string;
}
