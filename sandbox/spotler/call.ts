import type { SandboxClock } from '../shared/clock';
import type { SandboxRequest } from '../shared/http';
import type { SpotlerStore } from './store';
import type { SpotlerSwitches } from './switches';

/** An account with everything a request can touch. */
export interface Account {
	readonly store: SpotlerStore;
	readonly switches: SpotlerSwitches;
	readonly clock: SandboxClock;
	/** Notes what no correct client would have sent, although the request goes on. */
	count(kind: string, detail: string, request: SandboxRequest): void;
}

/** One request on its way. */
export interface Call {
	readonly account: Account;
	readonly request: SandboxRequest;
	/** Query parameters, each once. */
	readonly query: Readonly<Record<string, string>>;
}
