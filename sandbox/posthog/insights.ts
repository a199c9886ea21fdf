import { emptyReply, jsonReply, type Reply } from '../shared/http';
import { isJsonObject, type JsonObject, type JsonValue } from '../shared/json';
import { readBody } from './bodies';
import type { Call } from './call';
import { compute, refreshMode } from './compute';
import { listed, truthy } from './filters';
import type { Insight } from './model';
import { denied, invalid, notFound } from './refusal';
import { basicView, fullView, page } from './views';

const DEFAULT_PAGE = 100;

/**
 * The insight that `{id}` names: by number, then by short ID where this version knows that. Deleted ones are only found
 * by a change that restores or deletes them.
 * @throws Refusal 404
 */
export function insightInPath(call: Call, withDeleted = false): Insight {
	const named = call.params.id;
	const all = call.world.store.all(call.project, withDeleted);
	const byNumber = /^\d+$/.test(named) ? all.find(({ id }) => id === Number(named)) : undefined;
	const byShortId = call.world.switches.shortIdInPath
		? all.find(({ short_id }) => short_id === named)
		: undefined;
	const found = byNumber ?? byShortId;
	if (!found) throw notFound();
	return found;
}

export function listInsights(call: Call): Reply {
	const { query, world, origin, request } = call;
	const { largestPage, pagesTell } = world.switches;
	const limit = Math.min(readNumber(query.limit, DEFAULT_PAGE) || DEFAULT_PAGE, largestPage);
	const offset = readNumber(query.offset, 0);
	const mode = refreshMode(query.refresh, world);
	const isBasic = truthy(query.basic ?? '');
	const isSearch = (query.search?.trim() ?? '') !== '';
	const rows = listed(call);
	const shown = rows.map((insight, index): JsonObject => {
		if (index < offset || index >= offset + limit) return {};
		const view = isBasic
			? basicView(insight)
			: fullView(insight, compute(world, insight, mode), true);
		return isSearch ? { ...view, search_match_type: 'exact' } : view;
	});
	const whole = page(shown, limit, offset, (next) => {
		const address = new URL(`${origin}${request.path}`);
		for (const [name, value] of request.query) address.searchParams.append(name, value);
		address.searchParams.set('limit', String(limit));
		address.searchParams.set('offset', String(next));
		return address.toString();
	});
	const untold = ['count', 'next'].filter((name) => !pagesTell.includes(name));
	const told = Object.entries(whole).filter(([name]) => !untold.includes(name));
	return jsonReply(200, Object.fromEntries(told));
}

/** Numbers that are none count as the default, as the service's paging reads them. */
function readNumber(text: string | undefined, fallback: number): number {
	const number = Number(text ?? fallback);
	return Number.isInteger(number) && number >= 0 ? number : fallback;
}

export function retrieveInsight(call: Call): Reply {
	const { query, world } = call;
	for (const name of ['filters_override', 'variables_override']) {
		if (query[name] !== undefined && !isJsonText(query[name])) {
			throw invalid(name, 'Must be a JSON object.', 'invalid_input', 'override that is not JSON');
		}
	}
	const insight = insightInPath(call);
	if (truthy(query.basic ?? '')) return jsonReply(200, basicView(insight));
	const computed = compute(world, insight, refreshMode(query.refresh, world));
	const context: JsonObject = query.from_dashboard ? { color: null, layouts: {} } : {};
	return jsonReply(200, { ...fullView(insight, computed), ...context });
}

function isJsonText(text: string): boolean {
	try {
		return isJsonObject(JSON.parse(text));
	} catch {
		return false;
	}
}

export function createInsight(call: Call): Reply {
	const { world, user, project } = call;
	const values = readBody(call);
	const now = world.clock.now();
	const insight = world.store.insert({
		...values,
		project,
		created_by: user,
		last_modified_by: user,
		last_viewed_at: now,
	});
	world.store.log(insight, 'created', user, null);
	return jsonReply(201, fullView(insight, NOTHING));
}

const NOTHING = { result: null, isCached: false, status: null };

/** Only these move last_modified_at. */
const MATERIAL = ['name', 'description', 'filters'];

/** Never told in the log. */
const NOT_LOGGED = ['order', 'saved', 'is_sample'];

export function updateInsight(call: Call): Reply {
	const { world, user, body } = call;
	const insight = insightInPath(call, 'deleted' in body);
	const values = readBody(call);
	const wasDeleted = insight.deleted;
	const changes = changesBetween(insight, values as JsonObject);
	const material = world.switches.queryMovesLastModified ? [...MATERIAL, 'query'] : MATERIAL;
	const now = world.clock.now();
	Object.assign(insight, values, { saved: true, is_sample: false, updated_at: now });
	if (material.some((name) => name in body)) {
		Object.assign(insight, { last_modified_at: now, last_modified_by: user });
	}
	if ('query' in body) insight.cached = undefined;
	if (insight.deleted !== wasDeleted) {
		world.store.log(insight, insight.deleted ? 'deleted' : 'restored', user, changes);
	} else if (changes.length > 0) world.store.log(insight, 'updated', user, changes);
	return jsonReply(200, fullView(insight, compute(world, insight, 'force_cache')));
}

function changesBetween(insight: Insight, values: JsonObject): JsonObject[] {
	const before = insight as unknown as JsonObject;
	return Object.entries(values).flatMap(([field, after]) => {
		if (NOT_LOGGED.includes(field)) return [];
		if (JSON.stringify(before[field]) === JSON.stringify(after)) return [];
		return [{ type: 'Insight', action: 'changed', field, before: before[field] ?? null, after }];
	});
}

/** Deleting for good is not offered: an answer without any text. */
export function refuseDelete(call: Call): Reply {
	insightInPath(call);
	return emptyReply(405);
}

export function markViewed({ world, body, project, request }: Call): Reply {
	const ids: JsonValue | undefined = body.insight_ids;
	if (!Array.isArray(ids) || ids.length === 0 || !ids.every(Number.isInteger)) {
		if (!Array.isArray(ids) || ids.length > 0) {
			world.count('insight_ids', 'A list of whole numbers is expected', request);
		}
		throw invalid('insight_ids', 'A non-empty list of insight ids is required.');
	}
	if (ids.length > 2_500) throw invalid('insight_ids', 'At most 2500 ids are possible.');
	for (const insight of world.store.all(project)) {
		if (ids.includes(insight.id)) insight.last_viewed_at = world.clock.now();
	}
	return emptyReply(201);
}

/** Never reached by a key: see the table of routes. */
export function notForKeys(): Reply {
	throw denied('This action does not support personal API key access');
}
