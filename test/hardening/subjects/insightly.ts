import type { INodeParameters } from 'n8n-workflow';

import { createInsightlySandbox } from '../../../sandbox/insightly';
import { stepParameters } from '../../nodes/insightly/walk/parameters';
import { everyStep } from '../../nodes/insightly/walk/steps';
import { World } from '../../nodes/insightly/walk/world';
import { inventedKey } from '../world/keys';
import { loadNode, type Subject, type Watch } from './subject';

const KEY = inventedKey('insightly-');

/** Watched record types, by collection, ID and a text field that tells records apart. */
const WATCHED = [
	{ resource: 'contact', collection: 'Contacts', idKey: 'CONTACT_ID', text: 'FIRST_NAME' },
	{
		resource: 'opportunity',
		collection: 'Opportunities',
		idKey: 'OPPORTUNITY_ID',
		text: 'OPPORTUNITY_NAME',
	},
] as const;

/** Insightly with every operation below every record type. */
export const insightly: Subject = {
	service: 'Insightly',
	node: () => loadNode('Insightly', 'Insightly'),
	trigger: () => loadNode('Insightly', 'InsightlyTrigger'),
	async open() {
		const sandbox = createInsightlySandbox({ rateLimit: false, seed: 'company', apiKey: KEY });
		const { url } = await sandbox.start();
		const world = new World(sandbox);
		let made = 0;
		const watch = (
			{ resource, collection, idKey, text }: (typeof WATCHED)[number],
			event: string,
		): Watch => ({
			name: `${resource} ${event}`,
			parameters: { resource, event } as INodeParameters,
			happen: () => {
				made += 1;
				const name = `Watched ${made}`;
				if (event === 'updated') {
					const old = sandbox.store.all(collection)[0];
					sandbox.store.update(collection, Number(old[idKey]), { [text]: name });
				} else {
					sandbox.store.insert(collection, { [text]: name });
				}
				return name;
			},
		});
		return {
			...{ url, basePath: '/v3.1', key: KEY },
			credentials: (apiUrl) => ({
				insightlyApi: { apiKey: KEY, apiUrl, requestsPerSecond: 1_000 },
			}),
			steps: everyStep().map((step) => ({
				name: step.name,
				parameters: () => stepParameters(world, step),
				endpoints: step.operation.endpoints,
			})),
			watches: WATCHED.flatMap((one) =>
				['created', 'updated', 'createdOrUpdated'].map((event) => watch(one, event)),
			),
			refusalBody: (status) => ({
				type: 'application/json',
				text: JSON.stringify({ Message: `Refused with ${status}` }),
			}),
			violations: () =>
				sandbox.violations.map(({ kind, detail, path }) => `${kind} ${detail} ${path}`),
			forget: () => {
				sandbox.requests.length = 0;
			},
			close: async () => await sandbox.close(),
		};
	},
};
