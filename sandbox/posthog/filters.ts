import { isJsonObject, type JsonValue } from '../shared/json';
import type { Call } from './call';
import type { Insight } from './model';
import { invalid, serverBroke } from './refusal';

const RELATIVE = /^-(\d+)([hdwmqy])$/;

const UNIT_MS: Record<string, number> = {
	h: 3_600_000,
	d: 86_400_000,
	w: 7 * 86_400_000,
	m: 30 * 86_400_000,
	q: 91 * 86_400_000,
	y: 365 * 86_400_000,
};

/** Longest text that the search takes. */
const LONGEST_SEARCH = 200;

type Test = (insight: Insight) => boolean;

/**
 * The rows that a list request asks for, filtered and in order.
 * @throws Refusal for values that the service chokes on
 */
export function listed(call: Call): Insight[] {
	const tests = [...plainTests(call), ...arrayTests(call), ...dateTests(call)];
	const rows = call.world.store
		.all(call.project)
		.filter((insight) => tests.every((test) => test(insight)));
	return inOrder(call, rows);
}

function plainTests(call: Call): Test[] {
	const { query, user } = call;
	const tests: Test[] = [];
	const wanted = query.search?.trim().toLowerCase() ?? '';
	if (wanted.length > LONGEST_SEARCH) {
		throw invalid('search', 'Ensure this field has no more than 200 characters.', 'max_length');
	}
	if (wanted !== '') tests.push((insight) => searched(insight).includes(wanted));
	if (query.short_id) tests.push(({ short_id }) => short_id === query.short_id);
	if ('user' in query) tests.push(({ created_by }) => created_by?.id === user.id);
	if ('favorited' in query) tests.push(({ favorited }) => favorited);
	if ('saved' in query) {
		const isWanted = truthy(query.saved);
		tests.push((insight) => (insight.saved || insight.dashboards.length > 0) === isWanted);
	}
	if (query.insight) tests.push((insight) => typeOf(insight) === query.insight);
	return tests;
}

const searched = ({ name, derived_name, description, tags }: Insight): string =>
	[name, derived_name, description, ...tags].join('\n').toLowerCase();

export const truthy = (text: string): boolean =>
	['y', 'yes', 't', 'true', 'on', '1'].includes(text.toLowerCase());

/** The word that the `insight` filter uses for an insight's kind. */
function typeOf({ query }: Insight): string | undefined {
	const source = isJsonObject(query?.source) ? query.source : undefined;
	const kind = String(source?.kind ?? query?.kind ?? '');
	if (query?.kind === 'InsightVizNode') return kind.replace(/Query$/, '').toUpperCase();
	if (kind === 'HogQLQuery') return 'SQL';
	return query ? 'JSON' : undefined;
}

/** Lists of values are JSON in a text; a bare number is decoded too and then breaks the database query. */
function readArray(call: Call, name: string): JsonValue[] | undefined {
	const text = call.query[name];
	if (text === undefined) return undefined;
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		call.world.count('filter that is not JSON', `${name}=${text}`, call.request);
		throw serverBroke();
	}
	if (Array.isArray(parsed)) return parsed as JsonValue[];
	call.world.count('filter that is not a list', `${name}=${text}`, call.request);
	throw serverBroke();
}

function arrayTests(call: Call): Test[] {
	const tests: Test[] = [];
	const authors = readArray(call, 'created_by');
	if (authors) tests.push(({ created_by }) => authors.includes(created_by?.id ?? 0));
	const tags = readArray(call, 'tags');
	if (tags) tests.push((insight) => insight.tags.some((tag) => tags.includes(tag)));
	const dashboards = readArray(call, 'dashboards');
	if (dashboards) {
		tests.push((insight) => dashboards.every((id) => insight.dashboards.includes(Number(id))));
	}
	const events = readArray(call, 'events');
	if (events) {
		tests.push(({ query }) =>
			events.every((event) => JSON.stringify(query ?? {}).includes(JSON.stringify(event))),
		);
	}
	return tests;
}

const DATE_FILTERS: Array<[prefix: string, read: (insight: Insight) => number | null]> = [
	['date', ({ last_modified_at }) => last_modified_at],
	['created_date', ({ created_at }) => created_at],
	['last_viewed_date', ({ last_viewed_at }) => last_viewed_at],
];

/** All strict: later than `_from`, earlier than `_to`. */
function dateTests(call: Call): Test[] {
	return DATE_FILTERS.flatMap(([prefix, read]) => {
		if (prefix !== 'date' && !call.world.switches.createdDateFilter) return [];
		const from = readMoment(call, `${prefix}_from`);
		const to = readMoment(call, `${prefix}_to`);
		const tests: Test[] = [];
		// The service compares microseconds; a kept moment lies 417 of them after its millisecond.
		if (from !== undefined) tests.push((insight) => (read(insight) ?? -Infinity) >= from);
		if (to !== undefined) tests.push((insight) => (read(insight) ?? Infinity) < to);
		return tests;
	});
}

function readMoment(call: Call, name: string): number | undefined {
	const text = call.query[name];
	if (text === undefined) return undefined;
	const relative = RELATIVE.exec(text);
	if (relative) return call.world.clock.now() - Number(relative[1]) * UNIT_MS[relative[2]];
	const at = Date.parse(text);
	if (Number.isNaN(at)) throw invalid(name, `"${text}" is not a date.`);
	if (!/(Z|[+-]\d\d:?\d\d)$/.test(text)) {
		call.world.count('date without a zone', `${name}=${text}`, call.request);
	}
	return at;
}

const SORTABLE = [
	'id',
	'name',
	'order',
	'created_at',
	'updated_at',
	'last_modified_at',
	'last_viewed_at',
];

function inOrder(call: Call, rows: Insight[]): Insight[] {
	const { order } = call.query;
	if (order === undefined) {
		if (!call.query.search && call.query.limit !== '1') {
			call.world.count('list without an order', 'Pages of such a list overlap', call.request);
		}
		// By a column that is mostly empty: whatever the database comes across first.
		return [...rows].sort((a, b) => (a.id % 7) - (b.id % 7));
	}
	const column = order.replace(/^-/, '') as keyof Insight;
	if (!SORTABLE.includes(column)) throw serverBroke('unknown order');
	const sign = order.startsWith('-') ? -1 : 1;
	return [...rows].sort((a, b) => compare(a[column], b[column], sign));
}

/** Empty values come last, whichever way the rest goes. */
function compare(a: unknown, b: unknown, sign: number): number {
	if (a === b) return 0;
	if (a === null || a === undefined) return 1;
	if (b === null || b === undefined) return -1;
	return (a < b ? -1 : 1) * sign;
}
