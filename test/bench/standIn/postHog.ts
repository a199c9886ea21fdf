import { ok, type Call, type Reply, type StandInSettings } from './settings';

const POINTS = 30;

const texts = new Map<number, string>();

/** A trends insight with many series of thirty days each; undefined for any other request. */
export function postHog({ method, path }: Call, { series }: StandInSettings): Reply | undefined {
	if (method !== 'GET' || !/^\/api\/projects\/[^/]+\/insights\/[^/]+\/$/.test(path))
		return undefined;
	const text = texts.get(series) ?? JSON.stringify(insight(series));
	texts.set(series, text);
	return ok(text);
}

const day = (point: number): string =>
	new Date(Date.UTC(2026, 0, 1 + point)).toISOString().slice(0, 10);

function insight(series: number): object {
	const days = Array.from({ length: POINTS }, (_, point) => day(point));
	return {
		id: 7,
		short_id: 'GeGacwUt',
		name: 'Events by country',
		query: { kind: 'InsightVizNode', source: { kind: 'TrendsQuery', series: [] } },
		last_refresh: '2026-01-31T10:00:00Z',
		is_cached: true,
		query_status: null,
		result: Array.from({ length: series }, (_, index) => ({
			action: { id: '$pageview', type: 'events', order: 0, name: '$pageview', custom_name: null },
			label: `$pageview - ${index}`,
			count: index * POINTS,
			data: days.map((_, point) => index + point),
			labels: days,
			days,
			breakdown_value: `country ${index}`,
		})),
	};
}
