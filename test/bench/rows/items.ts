import {
	bodyParameters,
	httpNode,
	insightlyNode,
	jsonBody,
	mapper,
	query,
	spotlerNode,
} from './nodes';
import { atOnce } from './limits';
import { oneExpression, TEN_FIELDS, THREE_FIELDS, THREE_SPOTLER_FIELDS } from './people';
import { requestsPerItem, timeRatio } from './targets';
import type { Contestant, WorkRow } from './types';
import type { BenchNode } from '../workflow';

const SEARCH_AND_WRITE = 'HTTP Request, search and write';

const ID = '={{ $json.id }}';

/** One request for each input item, without a limit and without latency: what n8n and the nodes cost. */
export const itemRows = (url: string): WorkRow[] => [
	singleReads(url),
	tenFieldUpdates(url),
	insightlyUpserts(url),
	spotlerUpserts(url),
];

const singleReads = (url: string): WorkRow => ({
	kind: 'work',
	name: 'single-reads',
	title: '1,000 single reads, ID from an expression',
	count: 1_000,
	scale: [100, 1_000, 10_000],
	input: 'ids',
	standIn: () => atOnce(),
	itemsOut: (count) => count,
	targets: [timeRatio('HTTP Request', 1)],
	contestants: [
		{
			name: 'ours',
			says: 'Insightly, Contact, Get',
			nodes: ({ fast }) => [
				insightlyNode(fast, {
					...{ resource: 'contact', operation: 'get', simplify: true },
					recordId: { __rl: true, mode: 'id', value: ID },
				}),
			],
		},
		{
			name: 'HTTP Request',
			says: 'the ID in the address',
			nodes: ({ fast }) => [
				httpNode(fast, 'httpBasicAuth', { url: `=${url}/v3.1/Contacts/{{ $json.id }}` }),
			],
		},
	],
});

const tenFieldUpdates = (url: string): WorkRow => ({
	kind: 'work',
	name: 'ten-field-updates',
	title: '1,000 updates of ten fields, each from an expression',
	count: 1_000,
	scale: [100, 1_000, 10_000],
	input: 'people',
	standIn: () => atOnce(),
	itemsOut: (count) => count,
	targets: [
		timeRatio('HTTP Request, body parameters', 0.6),
		timeRatio('HTTP Request, one JSON expression', 1),
	],
	contestants: [
		{
			name: 'ours',
			says: 'Insightly, Contact, Update, ten mapped fields',
			nodes: ({ fast }) => [
				insightlyNode(fast, {
					...{ resource: 'contact', operation: 'update', simplify: true, options: {} },
					recordId: { __rl: true, mode: 'id', value: ID },
					fields: mapper(TEN_FIELDS),
				}),
			],
		},
		put('HTTP Request, body parameters', 'eleven body parameters', url, () =>
			bodyParameters({ CONTACT_ID: ID, ...TEN_FIELDS }),
		),
		put('HTTP Request, one JSON expression', 'one expression for the whole body', url, () =>
			jsonBody(oneExpression({ CONTACT_ID: ID, ...TEN_FIELDS })),
		),
	],
});

const put = (
	name: string,
	says: string,
	url: string,
	body: () => Record<string, unknown>,
): Contestant => ({
	name,
	says,
	nodes: ({ fast }) => [
		httpNode(fast, 'httpBasicAuth', { method: 'PUT', url: `${url}/v3.1/Contacts`, ...body() }),
	],
});

const UPSERTS = {
	kind: 'work' as const,
	count: 10_000,
	scale: [100, 1_000, 10_000],
	isLong: true,
	input: 'people' as const,
	present: 0.3,
	standIn: (count: number) => atOnce(count),
	itemsOut: (count: number) => count,
};

const insightlyUpserts = (url: string): WorkRow => ({
	...UPSERTS,
	name: 'insightly-upserts',
	title: '10,000 create-or-updates in Insightly, 30 % present',
	targets: [timeRatio(SEARCH_AND_WRITE, 1), requestsPerItem(2.001)],
	contestants: [
		{
			name: 'ours',
			says: 'Insightly, Contact, Create or Update, three mapped fields',
			nodes: ({ fast }) => [
				insightlyNode(fast, {
					...{ resource: 'contact', operation: 'upsert', simplify: true, options: {} },
					fields: mapper(THREE_FIELDS, 'EMAIL_ADDRESS'),
				}),
			],
		},
		{
			name: SEARCH_AND_WRITE,
			says: 'a search, an If, and one HTTP Request for each branch',
			nodes: ({ fast }) =>
				searchAndWrite({
					search: httpNode(
						fast,
						'httpBasicAuth',
						{
							url: `${url}/v3.1/Contacts/Search`,
							...query({ field_name: 'EMAIL_ADDRESS', field_value: '={{ $json.email }}' }),
							options: WHOLE_ANSWER,
						},
						'Search',
					),
					found: '={{ $json.body.length }}',
					update: httpNode(
						fast,
						'httpBasicAuth',
						{
							method: 'PUT',
							url: `${url}/v3.1/Contacts`,
							...jsonBody(
								oneExpression({
									CONTACT_ID: '={{ $json.body[0].CONTACT_ID }}',
									...fromStart(THREE_FIELDS),
								}),
							),
						},
						'Update',
					),
					create: httpNode(
						fast,
						'httpBasicAuth',
						{
							method: 'POST',
							url: `${url}/v3.1/Contacts`,
							...jsonBody(oneExpression(fromStart(THREE_FIELDS))),
						},
						'Create',
					),
				}),
		},
	],
});

const spotlerUpserts = (url: string): WorkRow => ({
	...UPSERTS,
	name: 'spotler-upserts',
	title: '10,000 create-or-updates in Spotler CRM, 30 % present',
	targets: [timeRatio(SEARCH_AND_WRITE, 1), requestsPerItem(2)],
	contestants: [
		{
			name: 'ours',
			says: 'Spotler CRM, Contact, Create or Update, three mapped fields',
			nodes: ({ fast }) => [
				spotlerNode(fast, {
					...{ resource: 'contact', operation: 'upsert', simplify: true, options: {} },
					fields: mapper(THREE_SPOTLER_FIELDS, 'email'),
				}),
			],
		},
		{
			name: SEARCH_AND_WRITE,
			says: 'a list with a filter, an If, and one HTTP Request for each branch',
			nodes: ({ fast }) =>
				searchAndWrite({
					search: httpNode(
						fast,
						'httpHeaderAuth',
						{
							url: `${url}/contacts`,
							...query({ q: '={{ JSON.stringify({ email: $json.email }) }}', limit: '1' }),
							options: WHOLE_ANSWER,
						},
						'Search',
					),
					found: '={{ $json.body.list.length }}',
					update: httpNode(
						fast,
						'httpHeaderAuth',
						{
							method: 'PATCH',
							url: `=${url}/contacts/{{ $json.body.list[0].record.id }}`,
							...jsonBody(oneExpression(fromStart(THREE_SPOTLER_FIELDS))),
						},
						'Update',
					),
					create: httpNode(
						fast,
						'httpHeaderAuth',
						{
							method: 'POST',
							url: `${url}/contacts`,
							...jsonBody(oneExpression(fromStart(THREE_SPOTLER_FIELDS))),
						},
						'Create',
					),
				}),
		},
	],
});

/** Status and headers beside the body, so that an empty list still is an item. */
const WHOLE_ANSWER = { response: { response: { fullResponse: true, neverError: false } } };

/** Behind the search, the input item is reached by the name of its node. */
function fromStart(fields: Record<string, string>): Record<string, string> {
	const entries = Object.entries(fields).map(([name, expression]) => [
		name,
		expression.replace('$json', "$('Start').item.json"),
	]);
	return Object.fromEntries(entries) as Record<string, string>;
}

interface Parts {
	search: BenchNode;
	/** Expression: how many were found. */
	found: string;
	update: BenchNode;
	create: BenchNode;
}

function searchAndWrite({ search, found, update, create }: Parts): BenchNode[] {
	const condition = {
		id: 'found',
		leftValue: found,
		rightValue: 0,
		operator: { type: 'number', operation: 'gt' },
	};
	return [
		search,
		{
			name: 'Is It There',
			type: 'n8n-nodes-base.if',
			typeVersion: 2.2,
			parameters: {
				conditions: {
					options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
					conditions: [condition],
					combinator: 'and',
				},
				options: {},
			},
			to: [['Update'], ['Create']],
		},
		{ ...update, to: [['Merge#0']] },
		{ ...create, to: [['Merge#1']] },
		{
			name: 'Merge',
			type: 'n8n-nodes-base.merge',
			typeVersion: 3,
			parameters: { mode: 'append', numberInputs: 2 },
		},
	];
}
