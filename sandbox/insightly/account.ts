import type { SandboxClock } from '../shared/clock';
import type { JsonObject } from '../shared/json';
import type { Store } from './store/store';
import type { InsightlySwitches } from './switches';

/** Bytes kept beside the records: pictures and attached files. */
export interface StoredFile {
	readonly name: string;
	readonly type: string;
	readonly bytes: Buffer;
}

/** One Insightly account: records, and what hangs on them without being a record of its own. */
export interface Account {
	readonly store: Store;
	readonly clock: SandboxClock;
	readonly switches: InsightlySwitches;
	/** By `FileAttachments/12`, `Contacts/12/Image` or `Contacts/12/ImageField/NAME`. */
	readonly files: Map<string, StoredFile>;
	/** By the number of a child: the path of its parent, e.g. `Notes/12`, for comments and attached files. */
	readonly parents: Map<string, string>;
	/** Paths of the records that the key's user follows, in order. */
	readonly follows: Set<string>;
	/** State changes of opportunities, oldest first. */
	readonly stateHistory: JsonObject[];
	/** Lists a prospect is on, by its number. */
	readonly listMemberships: Map<number, Set<number>>;
	/** Translations by `KnowledgeArticle/12/de`. */
	readonly translations: Map<string, JsonObject>;
	/** Screens asked for by telephone systems, oldest first. */
	readonly displays: string[];
	/** Events reported to marketing, oldest first. */
	readonly marketingEvents: JsonObject[];
	instance: JsonObject;
}

/** An account without a single record. */
export function createAccount(
	store: Store,
	clock: SandboxClock,
	switches: InsightlySwitches,
): Account {
	return {
		store,
		clock,
		switches,
		files: new Map(),
		parents: new Map(),
		follows: new Set(),
		stateHistory: [],
		listMemberships: new Map(),
		translations: new Map(),
		displays: [],
		marketingEvents: [],
		instance: {
			INSTANCE_NAME: 'Sandbox Company',
			INSTANCE_SUBDOMAIN: 'sandbox',
			PLAN_NAME: 'Enterprise',
			NEW_USER_EXPERIENCE_ENABLED: true,
		},
	};
}
