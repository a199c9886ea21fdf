import { resources } from '../../../nodes/SpotlerCrm/resources';
import { createSpotlerSandbox } from '../../../sandbox/spotler';
import { parametersOf } from '../../nodes/spotlerCrm/everyOperation';
import { inventedKey } from '../world/keys';
import { loadNode, type Subject } from './subject';

const KEY = inventedKey('spotler-');

/** Spotler CRM with every operation of every object. */
export const spotlerCrm: Subject = {
	service: 'Spotler CRM',
	node: () => loadNode('SpotlerCrm', 'SpotlerCrm'),
	trigger: () => loadNode('SpotlerCrm', 'SpotlerCrmTrigger'),
	async open() {
		const sandbox = createSpotlerSandbox({ seed: 'empty', accessToken: KEY });
		const { url } = await sandbox.start();
		const { id: old } = sandbox.store.insert('accounts', { name: 'Old' });
		let made = 0;
		return {
			...{ url, basePath: '', key: KEY },
			credentials: (baseUrl) => ({
				spotlerCrmApi: { accessToken: KEY, baseUrl, requestsPerSecond: 1_000 },
			}),
			steps: resources.flatMap(({ value: resource, operations }) =>
				operations.map(({ value: operation, endpoints }) => ({
					name: `${resource} ${operation}`,
					parameters: () => parametersOf(sandbox.store, resource, operation),
					endpoints,
				})),
			),
			watches: ['created', 'updated', 'createdOrUpdated'].map((event) => ({
				name: `account ${event}`,
				parameters: { resource: 'account', event },
				happen: () => {
					made += 1;
					const name = `Watched ${made}`;
					if (event === 'updated') sandbox.store.update('accounts', Number(old), { name });
					else sandbox.store.insert('accounts', { name });
					return name;
				},
			})),
			refusalBody: (status) => ({
				type: 'application/json',
				text: JSON.stringify({ type: 'Some error', code: status, message: `Refused ${status}` }),
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
