import type { INodeParameters } from 'n8n-workflow';

import { resources } from '../../../nodes/PostHogInsights/resources';
import { createPostHogSandbox, type PostHogSandbox } from '../../../sandbox/posthog';
import { inventedKey } from '../world/keys';
import { loadNode, type Subject, type Watch } from './subject';

const KEY = inventedKey('phx_');

const locator = (value: string | number) => ({ __rl: true, mode: 'id', value: String(value) });

const QUERY = { kind: 'DataVisualizationNode', source: { kind: 'HogQLQuery', query: 'select 1' } };

type Values = (sandbox: PostHogSandbox) => INodeParameters;

const fresh = ({ store }: PostHogSandbox) =>
	store.insert({ name: 'Fresh', query: QUERY, result: [[1]] as never });

/** What operations need besides a project and an insight. */
const VALUES: Readonly<Record<string, Values>> = {
	'activity getMany': () => ({ activityOf: 'project', limit: 2 }),
	'insight cancelQuery': (sandbox) => {
		const insight = fresh(sandbox);
		const id = `q${insight.id}`;
		const startedAt = sandbox.clock.now();
		insight.running = { id, startedAt, finishAt: startedAt + 1e12 } as never;
		return { queryId: id };
	},
	'insight create': () => ({ name: 'New' }),
	'insight getMany': () => ({ limit: 2 }),
	'insight restore': (sandbox) => {
		const { id } = fresh(sandbox);
		sandbox.store.update(id, { deleted: true });
		return { insight: locator(id) };
	},
	'insight update': () => ({ updateFields: { name: 'Renamed' } }),
	'sharing createPassword': (sandbox) => shared(sandbox),
	'sharing deletePassword': (sandbox) => ({ ...shared(sandbox), passwordId: '7' }),
	'sharing rotateToken': (sandbox) => shared(sandbox),
};

function shared(sandbox: PostHogSandbox): INodeParameters {
	const insight = fresh(sandbox);
	const { sharing } = insight;
	sharing.enabled = true;
	sharing.password_required = true;
	const password = { id: 7, created_at: sandbox.clock.now(), note: '', created_by_email: 'a@b.c' };
	sharing.passwords.push({ ...password, is_active: true } as never);
	return { insight: locator(insight.id) };
}

/** PostHog with every operation. */
export const postHogInsights: Subject = {
	service: 'PostHog',
	node: () => loadNode('PostHogInsights', 'PostHogInsights'),
	trigger: () => loadNode('PostHogInsights', 'PostHogInsightsTrigger'),
	async open() {
		const sandbox = createPostHogSandbox({ apiKey: KEY });
		const { url } = await sandbox.start();
		return {
			...{ url, basePath: '', key: KEY },
			credentials: (address) => ({
				postHogInsightsApi: {
					...{ region: 'selfHosted', url: address, apiKey: KEY },
					...{ requestsPerMinute: 0, requestsPerHour: 0 },
				},
			}),
			steps: resources.flatMap(({ value: resource, operations }) =>
				operations.map(({ value: operation, endpoints }) => ({
					name: `${resource} ${operation}`,
					parameters: () => ({
						...{ resource, operation, project: locator(1) },
						insight: locator(fresh(sandbox).id),
						...VALUES[`${resource} ${operation}`]?.(sandbox),
					}),
					endpoints,
				})),
			),
			watches: watches(sandbox),
			refusalBody: (status) => ({
				type: 'application/json',
				text: JSON.stringify({
					type: 'some_error',
					code: 'refused',
					detail: `Refused with ${status}`,
					attr: null,
				}),
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

function watches(sandbox: PostHogSandbox): Watch[] {
	let made = 0;
	const { store } = sandbox;
	const table = store.insert({ name: 'Watched table', query: QUERY });
	store.setResult(table.id, { result: [[0]] as never, columns: ['n'] });
	const project = locator(1);
	const insight = locator(table.id);
	const next = () => {
		made += 1;
		return made;
	};
	const changed = () => {
		const number = 1_000 + next();
		store.setResult(table.id, { result: [[number]] as never, columns: ['n'] });
		table.cached = undefined;
		return String(number);
	};
	return [
		{
			name: 'insightCreated',
			parameters: { event: 'insightCreated', project },
			happen: () => {
				const name = `Watched ${next()}`;
				store.insert({ name });
				return name;
			},
		},
		{
			name: 'insightUpdated',
			parameters: { event: 'insightUpdated', project },
			happen: () => {
				const name = `Watched ${next()}`;
				store.update(store.all(1)[0].id, { name, last_modified_at: store.now() });
				return name;
			},
		},
		{
			name: 'activity',
			parameters: { event: 'activity', project },
			happen: () => {
				const name = `Watched ${next()}`;
				store.log(store.insert({ name }), 'created', store.users[0], null);
				return name;
			},
		},
		{
			name: 'resultChanged',
			parameters: { event: 'resultChanged', project, insight },
			happen: changed,
		},
	];
}
