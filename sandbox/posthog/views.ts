import type { JsonObject, JsonValue } from '../shared/json';
import type { World } from './call';
import type { Computed } from './compute';
import { moment, userView, type Insight } from './model';

/** Keys of a row in a basic list, and of no other. */
export function basicView(insight: Insight): JsonObject {
	return {
		id: insight.id,
		short_id: insight.short_id,
		name: insight.name,
		derived_name: insight.derived_name,
		favorited: insight.favorited,
		filters: {},
		query: insight.query,
		dashboards: insight.dashboards,
		dashboard_tiles: tiles(insight),
		description: insight.description,
		// A column that nothing fills any more.
		last_refresh: null,
		refreshing: false,
		saved: insight.saved,
		updated_at: moment(insight.updated_at),
		created_by: userView(insight.created_by),
		created_at: moment(insight.created_at),
		last_modified_at: moment(insight.last_modified_at),
		tags: insight.tags,
		user_access_level: 'editor',
		last_viewed_at: moment(insight.last_viewed_at),
	};
}

/** The whole insight in the order of the service's own serializer. */
export function fullView(insight: Insight, computed: Computed, isInList = false): JsonObject {
	return {
		...head(insight),
		...resultPart(insight, computed),
		created_at: moment(insight.created_at),
		created_by: userView(insight.created_by),
		description: insight.description,
		updated_at: moment(insight.updated_at),
		tags: insight.tags,
		favorited: insight.favorited,
		saved: insight.saved,
		last_modified_at: moment(insight.last_modified_at),
		last_modified_by: userView(insight.last_modified_by),
		is_sample: insight.is_sample,
		effective_restriction_level: 21,
		effective_privilege_level: 37,
		user_access_level: 'editor',
		timezone: 'UTC',
		is_cached: computed.isCached,
		query_status: computed.status,
		hogql: null,
		types: insight.cached?.types ?? null,
		resolved_date_range: null,
		alerts: [],
		last_viewed_at: isInList ? moment(insight.last_viewed_at) : null,
		filters_hash: `cache_${insight.short_id.toLowerCase()}`,
	};
}

const head = (insight: Insight): JsonObject => ({
	id: insight.id,
	short_id: insight.short_id,
	name: insight.name,
	derived_name: insight.derived_name,
	filters: {},
	query: insight.query,
	order: insight.order,
	deleted: insight.deleted,
	dashboards: insight.dashboards,
	dashboard_tiles: tiles(insight),
});

function resultPart(insight: Insight, { result }: Computed): JsonObject {
	const { cached } = insight;
	const isTold = result !== null;
	return {
		last_refresh: isTold && cached ? moment(cached.at) : null,
		cache_target_age: null,
		next_allowed_client_refresh: isTold && cached ? moment(cached.at + 60_000) : null,
		result,
		hasMore: (isTold ? cached?.hasMore : null) ?? null,
		columns: (isTold ? cached?.columns : null) ?? null,
	};
}

const tiles = (insight: Insight): JsonValue =>
	insight.dashboards.map((dashboard) => ({
		id: insight.id * 1_000 + dashboard,
		dashboard_id: dashboard,
		deleted: null,
	}));

/** One page of rows and where its neighbours are. */
export function page<T extends JsonValue>(
	rows: readonly T[],
	limit: number,
	offset: number,
	address: (offset: number) => string,
): JsonObject {
	return {
		count: rows.length,
		next: offset + limit < rows.length ? address(offset + limit) : null,
		previous: offset > 0 ? address(Math.max(0, offset - limit)) : null,
		results: rows.slice(offset, offset + limit),
	};
}

/** A full sharing configuration; one that was never used has a new token at each reading. */
export function sharingView({ store, switches }: World, { sharing }: Insight): JsonObject {
	return {
		created_at: moment(sharing.created_at),
		enabled: sharing.enabled,
		access_token: sharing.created_at === null ? store.token(30) : sharing.access_token,
		settings: sharing.settings,
		password_required: sharing.password_required,
		share_passwords: sharing.passwords.map((password) => ({
			...password,
			created_at: moment(password.created_at),
		})),
		...(switches.sharingAccessLevel ? { user_access_level: 'editor' } : {}),
	};
}
