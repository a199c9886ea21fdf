import type { JsonObject, JsonValue } from '../shared/json';

/** Who owns a key and writes insights. */
export interface User {
	readonly id: number;
	readonly uuid: string;
	readonly distinct_id: string;
	readonly first_name: string;
	readonly last_name: string;
	readonly email: string;
}

export interface Project {
	readonly id: number;
	readonly name: string;
	readonly organization: string;
}

/** A personal API key. */
export interface Key {
	readonly user: User;
	/** `insight:read`, `insight:write`, … or `*`. */
	scopes: string[];
	/** Projects the key is limited to; empty: all. */
	scopedTeams?: number[];
}

/** What a computation of an insight gives: the keys that depend on it. */
export interface Outcome {
	readonly result: JsonValue;
	readonly columns?: JsonValue;
	readonly types?: JsonValue;
	readonly hasMore?: boolean | null;
}

/** What is in the cache for an insight. Times are ms by the sandbox clock. */
export interface Cached extends Outcome {
	readonly at: number;
}

/** A computation in the background. */
export interface Running {
	/** The query's id: the key of the cache. */
	readonly id: string;
	readonly startedAt: number;
	readonly finishAt: number;
}

export interface SharePassword {
	readonly id: number;
	readonly created_at: number;
	readonly note: string;
	readonly created_by_email: string;
	is_active: boolean;
}

export interface Sharing {
	created_at: number | null;
	enabled: boolean;
	access_token: string;
	settings: JsonObject | null;
	password_required: boolean;
	passwords: SharePassword[];
}

/** One insight as it is kept. Times are ms by the sandbox clock. */
export interface Insight {
	readonly id: number;
	readonly short_id: string;
	readonly project: number;
	name: string | null;
	derived_name: string | null;
	description: string | null;
	query: JsonObject | null;
	order: number | null;
	deleted: boolean;
	dashboards: number[];
	tags: string[];
	favorited: boolean;
	saved: boolean;
	is_sample: boolean;
	created_at: number;
	created_by: User | null;
	updated_at: number;
	last_modified_at: number;
	last_modified_by: User | null;
	last_viewed_at: number | null;
	sharing: Sharing;
	/** What the next computation finds in the warehouse. */
	source: Outcome;
	/** What the next computation ends with instead: a text for everything, or one that the user can mend (400). */
	breaks?: { text: string; userError?: boolean };
	cached?: Cached;
	running?: Running;
	/** The text of the last computation, when it went wrong. */
	failed?: { id: string; text: string; at: number };
}

/** One entry of the activity log. */
export interface Activity {
	readonly id: string;
	readonly project: number;
	readonly item_id: string;
	readonly user: User | null;
	readonly activity: string;
	readonly detail: JsonObject;
	readonly created_at: number;
}

/** ISO 8601 in UTC with microseconds, as the service writes moments. */
export function moment(ms: number): string;
export function moment(ms: number | null): string | null;
export function moment(ms: number | null): string | null {
	return ms === null ? null : new Date(ms).toISOString().replace('Z', '417Z');
}

export function userView(user: User | null): JsonObject | null {
	if (!user) return null;
	return { ...user, is_email_verified: null, hedgehog_config: null, role_at_organization: null };
}
