import { bodyParameters, httpNode, insightlyNode, mapper } from './nodes';
import { floorOf, likeTheService } from './limits';
import { THREE_FIELDS } from './people';
import { noneDoubled, noneRefused, timeByFloor } from './targets';
import type { Contestant, WorkRow } from './types';

const ours: Contestant = {
	name: 'ours',
	says: 'Insightly, Contact, Create, three mapped fields',
	nodes: ({ limited }) => [
		insightlyNode(limited, {
			...{ resource: 'contact', operation: 'create', simplify: true },
			fields: mapper(THREE_FIELDS),
		}),
	],
};

const writes = {
	kind: 'work' as const,
	input: 'people' as const,
	present: 0,
	standIn: () => likeTheService(),
	itemsOut: (count: number) => count,
	floorSeconds: floorOf,
};

/** Writes against the published limit. */
export const writeRows = (url: string): WorkRow[] => [
	{
		...writes,
		name: 'creates-300',
		title: '300 creates in Insightly, 150 ms, 10 requests/s, then 429',
		count: 300,
		scale: [30, 300, 3_000],
		targets: [timeByFloor(1.07, (count) => Math.floor((count - 1) / 10)), noneRefused, noneDoubled],
		contestants: [
			ours,
			{
				name: 'HTTP Request',
				says: 'batches of ten with a second between them; refused items carry an error',
				nodes: ({ limited }) => [
					{
						...httpNode(limited, 'httpBasicAuth', {
							method: 'POST',
							url: `${url}/v3.1/Contacts`,
							...bodyParameters(THREE_FIELDS),
							options: { batching: { batch: { batchSize: 10, batchInterval: 1_000 } } },
						}),
						onError: 'continueRegularOutput',
					},
				],
			},
		],
	},
	{
		...writes,
		name: 'two-nodes',
		title: '500 creates by two nodes at once, 150 ms, 10 requests/s, then 429',
		count: 500,
		isLong: true,
		atOnce: 2,
		targets: [timeByFloor(1.07, (count) => Math.floor((count - 1) / 10)), noneRefused, noneDoubled],
		contestants: [ours],
	},
];
