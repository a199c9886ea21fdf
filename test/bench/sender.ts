import { runNode } from '../support/runNode';
import { endWithParent, onMessage, tellParent } from './machine';

/** What a process that creates contacts is told, and what it tells. */
export interface SenderOrder {
	url: string;
	key: string;
	/** Number of its first contact, and how many. */
	from: number;
	count: number;
}

export interface SenderReport {
	endedAt: number;
	created: number;
	error?: string;
}

/** With its ending, because without it the codex file of the same name would be found. */
const NODE_FILE: string = '../../nodes/Insightly/Insightly.node.ts';

type NodeFile = typeof import('../../nodes/Insightly/Insightly.node');

/** The Insightly node on n8n's own engine, in a process of its own: knows nothing of the others on its account. */
async function create({ url, key, from, count }: SenderOrder): Promise<SenderReport> {
	const { Insightly } = (await import(NODE_FILE)) as NodeFile;
	const value = {
		FIRST_NAME: 'Ada',
		LAST_NAME: '={{ $json.name }}',
		EMAIL_ADDRESS: '={{ $json.email }}',
	};
	const { items, error } = await runNode(new Insightly(), {
		parameters: {
			...{ resource: 'contact', operation: 'create', simplify: true },
			fields: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] },
		},
		credentials: { insightlyApi: { apiKey: key, apiUrl: url, requestsPerSecond: 10 } },
		items: Array.from({ length: count }, (_, index) => ({
			json: { name: `Lovelace ${from + index}`, email: `person.${from + index}@new.example` },
		})),
	});
	return { endedAt: Date.now(), created: items.length, error: error?.message };
}

endWithParent();
onMessage((message) => {
	create(message as SenderOrder).then(tellParent, (error: Error) =>
		tellParent({ endedAt: Date.now(), created: 0, error: error.message }),
	);
});
tellParent('ready');
