import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/request/rows';

/** The query inside its wrapper; older insights are saved without one. */
export function sourceOf(insight: IDataObject): IDataObject {
	const query = isObject(insight.query) ? insight.query : {};
	return isObject(query.source) ? query.source : query;
}

/** Kinds by the word that insights of before there were queries have in `filters.insight`. */
const KIND_OF_FILTERS: Readonly<Record<string, string>> = {
	FUNNELS: 'FunnelsQuery',
	LIFECYCLE: 'LifecycleQuery',
	PATHS: 'PathsQuery',
	RETENTION: 'RetentionQuery',
	STICKINESS: 'StickinessQuery',
	TRENDS: 'TrendsQuery',
};

/**
 * Kind of an insight's query, such as `TrendsQuery`; null when it has none. Older insights have `filters` instead:
 * `{"query": null, "filters": {"insight": "FUNNELS", "events": […]}}`, trends without the word (PostHog's older fixtures).
 */
export function kindOf(insight: IDataObject): string | null {
	const { kind } = sourceOf(insight);
	if (typeof kind === 'string') return kind;
	const filters = isObject(insight.filters) ? insight.filters : {};
	const { insight: word = 'TRENDS', events, actions } = filters;
	const isFiltered = 'insight' in filters || Array.isArray(events) || Array.isArray(actions);
	return (isFiltered && KIND_OF_FILTERS[String(word).toUpperCase()]) || null;
}

/** Wrappers, which PostHog's pages expect around every query (PostHog's own query schema). */
const WRAPPERS = ['InsightVizNode', 'DataVisualizationNode', 'DataTableNode', 'HogQuery'];

const WRAPPER_OF: Readonly<Record<string, string>> = {
	HogQLQuery: 'DataVisualizationNode',
	EventsQuery: 'DataTableNode',
	ActorsQuery: 'DataTableNode',
};

/** A query in the wrapper that PostHog's pages need to show it; one that has a wrapper stays as it is. */
export function wrapped(query: IDataObject): IDataObject {
	const { kind } = query;
	if (typeof kind !== 'string' || WRAPPERS.includes(kind)) return query;
	return { kind: WRAPPER_OF[kind] ?? 'InsightVizNode', source: query };
}
