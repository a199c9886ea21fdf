import type { JsonValue } from '../shared/json';
import type { User } from './model';
import type { Store } from './store';

const DAY = 86_400_000;

const users: User[] = [
	{
		id: 1,
		uuid: '01900000-0000-7000-8000-000000000001',
		distinct_id: 'ada-distinct',
		first_name: 'Ada',
		last_name: 'Lindqvist',
		email: 'ada@acme.example',
	},
	{
		id: 42,
		uuid: '01900000-0000-7000-8000-000000000042',
		distinct_id: 'ben-distinct',
		first_name: 'Ben',
		last_name: 'Okafor',
		email: 'ben@acme.example',
	},
];

const viz = (source: JsonValue) => ({ kind: 'InsightVizNode', source });

/** Users and projects; with `company`, a handful of insights as well. */
export function seedStore(store: Store, what: 'company' | 'empty'): void {
	store.users.push(...users);
	store.projects.push(
		{ id: 1, name: 'Web Shop', organization: 'acme' },
		{ id: 2, name: 'Mobile App', organization: 'acme' },
		{ id: 9, name: 'Somebody Else', organization: 'other' },
	);
	if (what === 'company') seedInsights(store);
}

function seedInsights(store: Store): void {
	const now = store.now();
	const series = { kind: 'EventsNode', event: '$pageview', name: '$pageview' };
	store.insert({
		name: 'Weekly sign-ups',
		description: 'New accounts a day',
		tags: ['growth', 'weekly'],
		query: viz({ kind: 'TrendsQuery', series: [{ ...series, event: 'sign_up' }], interval: 'day' }),
		created_at: now - 40 * DAY,
		result: trend('sign_up', lastDays(now, 7), [12, 9, 15, 11, 18, 7, 6]),
	});
	store.insert({
		name: 'Checkout funnel',
		favorited: true,
		dashboards: [3],
		query: viz({ kind: 'FunnelsQuery', series: [series, { ...series, event: 'paid' }] }),
		created_at: now - 30 * DAY,
		created_by: users[1],
		result: [funnelStep('$pageview', 0, 200, null), funnelStep('paid', 1, 24, 340.5)],
	});
	const sql = store.insert({
		name: 'Events by name',
		query: {
			kind: 'DataVisualizationNode',
			source: { kind: 'HogQLQuery', query: 'select event, count() from events group by event' },
		},
		created_at: now - 20 * DAY,
	});
	store.setResult(sql.id, {
		result: [
			['$pageview', 812],
			['paid', 24],
		],
		columns: ['event', 'count()'],
		types: [
			['event', 'String'],
			['count()', 'UInt64'],
		],
		hasMore: false,
	});
}

function lastDays(now: number, count: number): string[] {
	return Array.from({ length: count }, (_, index) =>
		new Date(now - (count - 1 - index) * DAY).toISOString().slice(0, 10),
	);
}

function trend(event: string, days: string[], data: number[]): JsonValue {
	return [
		{
			action: {
				id: event,
				type: 'events',
				order: 0,
				name: event,
				custom_name: null,
				math: 'total',
			},
			label: event,
			count: data.reduce((sum, value) => sum + value, 0),
			data,
			labels: days,
			days,
		},
	];
}

const funnelStep = (name: string, order: number, count: number, seconds: number | null) => ({
	action_id: name,
	name,
	custom_name: null,
	order,
	people: [],
	count,
	type: 'events',
	average_conversion_time: seconds,
	median_conversion_time: seconds,
	converted_people_url: '/api/person/funnel/?step=1',
	dropped_people_url: null,
});
