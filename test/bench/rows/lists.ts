import {
	httpNode,
	insightlyNode,
	pagination,
	postHogNode,
	query,
	spotlerNode,
	splitOut,
} from './nodes';
import { atOnce, floorOf, likeTheService } from './limits';
import { memoryRatio, noneRefused, timeByFloor, timeRatio } from './targets';
import type { WorkRow } from './types';

const HTTP = 'HTTP Request';

/** Long lists, read to the end. */
export const listRows = (url: string): WorkRow[] => [
	{
		...insightlyList(url),
		name: 'read-20000',
		title: 'Read all 20,000 contacts of Insightly, 150 ms, 10 requests/s',
		count: 20_000,
		scale: [2_000, 20_000, 200_000],
		targets: [
			timeByFloor(1.15, (count) => Math.ceil(count / 500) / 10),
			timeRatio(HTTP, 0.65),
			noneRefused,
		],
	},
	{
		...insightlyList(url),
		name: 'read-200000',
		title: 'Read all 200,000 contacts of Insightly, 150 ms, 10 requests/s',
		count: 200_000,
		isLong: true,
		isMemory: true,
		targets: [timeRatio(HTTP, 0.65), memoryRatio(HTTP, 0.75), noneRefused],
	},
	spotlerList(url),
	postHogRows(url),
];

type Common = Omit<WorkRow, 'name' | 'title' | 'count' | 'targets'>;

const insightlyList = (url: string): Common => ({
	kind: 'work',
	input: 'one',
	standIn: (count) => likeTheService(count),
	itemsOut: (count) => count,
	floorSeconds: (count) => floorOf(Math.ceil(count / 500)),
	contestants: [
		{
			name: 'ours',
			says: 'Insightly, Contact, Get Many, Return All',
			nodes: ({ limited }) => [
				insightlyNode(limited, {
					...{ resource: 'contact', operation: 'getMany', returnAll: true },
					...{ filters: {}, options: {}, simplify: true },
				}),
			],
		},
		{
			name: HTTP,
			says: 'built-in pagination, 500 a page',
			nodes: ({ limited }) => [
				httpNode(limited, 'httpBasicAuth', {
					url: `${url}/v3.1/Contacts`,
					...query({ top: '500' }),
					options: pagination(
						'skip',
						'={{ $pageCount * 500 }}',
						'={{ $response.body.length < 500 }}',
					),
				}),
			],
		},
	],
});

const spotlerList = (url: string): WorkRow => ({
	kind: 'work',
	name: 'spotler-20000',
	title: 'Read all 20,000 contacts of Spotler CRM, 100 a page, 150 ms, 10 requests/s',
	count: 20_000,
	scale: [200, 2_000, 20_000],
	isLong: true,
	input: 'one',
	standIn: (count) => likeTheService(count),
	itemsOut: (count) => count,
	floorSeconds: (count) => floorOf(Math.ceil(count / 100)),
	targets: [timeRatio(HTTP, 0.65), noneRefused],
	contestants: [
		{
			name: 'ours',
			says: 'Spotler CRM, Contact, Get Many, Return All',
			nodes: ({ limited }) => [
				spotlerNode(limited, {
					...{ resource: 'contact', operation: 'getMany', returnAll: true },
					...{ filters: {}, options: {}, simplify: true },
				}),
			],
		},
		{
			name: HTTP,
			says: 'built-in pagination, 100 a page, then Split Out twice',
			nodes: ({ limited }) => [
				httpNode(limited, 'httpHeaderAuth', {
					url: `${url}/contacts`,
					...query({ limit: '100', order: '{"id":"asc"}' }),
					options: pagination(
						'page',
						'={{ $pageCount + 1 }}',
						'={{ !$response.body.metadata.has_more }}',
					),
				}),
				splitOut('Split Lists', 'list'),
				splitOut('Split Records', 'record'),
			],
		},
	],
});

const postHogRows = (url: string): WorkRow => ({
	kind: 'work',
	name: 'posthog-rows',
	title: 'PostHog insight of 1,000 series, 30 days each, as 30,000 rows',
	count: 1_000,
	scale: [10, 100, 1_000],
	input: 'one',
	standIn: (count) => atOnce(0, count),
	itemsOut: (count) => count * 30,
	targets: [timeRatio(HTTP, 0.65)],
	contestants: [
		{
			name: 'ours',
			says: 'PostHog Insights, Get Result',
			nodes: ({ fast }) => [
				postHogNode(fast, {
					...{ resource: 'insight', operation: 'getResult', refresh: 'blocking' },
					project: { __rl: true, mode: 'id', value: '1' },
					insight: { __rl: true, mode: 'id', value: '7' },
					...{ simplify: true, options: {} },
				}),
			],
		},
		{
			name: HTTP,
			says: 'one request, then Split Out by series and by day',
			nodes: ({ fast }) => [
				httpNode(fast, 'httpHeaderAuth', {
					url: `${url}/api/projects/1/insights/7/`,
					...query({ refresh: 'blocking' }),
				}),
				splitOut('Split Series', 'result'),
				splitOut('Split Days', 'data,days,labels', {
					include: 'selectedOtherFields',
					fieldsToInclude: 'label,breakdown_value',
				}),
			],
		},
	],
});
