import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/request/rows';

/** The query inside its wrapper; older insights are saved without one. */
export function sourceOf(insight: IDataObject): IDataObject {
	const query = isObject(insight.query) ? insight.query : {};
	return isObject(query.source) ? query.source : query;
}

/** Kind of an insight's query, such as `TrendsQuery`; null when it has none. */
export function kindOf(insight: IDataObject): string | null {
	const { kind } = sourceOf(insight);
	return typeof kind === 'string' ? kind : null;
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
