/* eslint-disable @typescript-eslint/no-require-imports */
import type {
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INodeType,
} from 'n8n-workflow';

import { createInsightlySandbox } from '../../sandbox/insightly';
import { createPostHogSandbox } from '../../sandbox/posthog';
import type { SandboxClock } from '../../sandbox/shared/clock';
import type { Reply, SandboxRequest } from '../../sandbox/shared/http';
import { createSpotlerSandbox } from '../../sandbox/spotler';
import { pass, virtualNow } from './virtualTime';

export type Service = 'insightly' | 'spotler' | 'postHog';
export type Watched = 'created' | 'updated' | 'createdOrUpdated' | 'deleted';

/** A record as the history knows it. */
export interface Known {
	id: number;
	revision: number;
	createdAt: number;
	writtenAt: number;
	/** When it was deleted. */
	goneAt?: number;
}

/** A stand-in of a service with the trigger's form, for one history. */
export interface Stage {
	nodeType: INodeType;
	parameters: IDataObject;
	credentials: Record<string, IDataObject>;
	records: Known[];
	create(): void;
	update(record: Known): void;
	remove(record: Known): void;
	/** Gives a record a date of change in the far future. */
	misdate?(record: Known): void;
	keyOf(item: IDataObject): string;
	transport(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse>;
	/** Requests so far. */
	requests: number;
	/** Called after each answer: what happens while a poll runs. */
	afterAnswer?: () => void;
	/** How many answers come before the service is down; undefined while it is not. */
	faultAfter?: number;
}

/** Without the ending, a file called `.node` would be taken for a library of machine code. */
function trigger(folder: string): INodeType {
	const name = `${folder}Trigger`;
	const loaded = require(`../../nodes/${folder}/${name}.node.ts`) as Record<
		string,
		new () => INodeType
	>;
	return new loaded[name]();
}

/** Every history has an account of its own: limits and memory go by address. */
let accounts = 0;
const ownAddress = (): string => `https://account-${++accounts}.example.com`;

const ANSWER_MS = 40;

const clock: SandboxClock = {
	now: virtualNow,
	freeze: () => {},
	advance: pass,
	run: () => {},
	reset: () => {},
};

/** Hands a request of the node to a sandbox in process. */
async function ask(
	stage: Stage,
	answer: (request: SandboxRequest) => Reply,
	{ url, qs, method, headers }: IHttpRequestOptions,
	authorization: string,
): Promise<IN8nHttpFullResponse> {
	stage.requests += 1;
	pass(ANSWER_MS / 2);
	await Promise.resolve();
	if (stage.faultAfter !== undefined && stage.faultAfter-- <= 0) {
		return { statusCode: 404, headers: {}, body: 'down' } as IN8nHttpFullResponse;
	}
	const query = Object.entries((qs ?? {}) as IDataObject)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]): [string, string] => [name, String(value)]);
	const reply = answer({
		method: method ?? 'GET',
		path: String(url),
		query,
		headers: { ...(headers as Record<string, string>), authorization },
		body: Buffer.alloc(0),
	});
	const date = new Date(virtualNow()).toUTCString();
	pass(ANSWER_MS / 2);
	stage.afterAnswer?.();
	return {
		statusCode: reply.status,
		headers: { date, 'content-type': 'application/json', ...lowerCase(reply.headers ?? {}) },
		body: textOf(reply),
	} as IN8nHttpFullResponse;
}

function textOf({ body }: Reply): string {
	if (!body || 'bytes' in body) return '';
	return 'json' in body ? JSON.stringify(body.json) : body.text;
}

const lowerCase = (headers: Readonly<Record<string, string>>) =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

type Making = Pick<Stage, 'nodeType' | 'parameters' | 'credentials' | 'keyOf' | 'misdate'> & {
	insert(revision: number): number;
	change(id: number, revision: number): void;
	drop(id: number): void;
	answer: (request: SandboxRequest) => Reply;
	authorization: string;
};

function stageOf(making: Making): Stage {
	const { insert, change, drop, answer, authorization, ...rest } = making;
	const stage: Stage = {
		...rest,
		records: [],
		requests: 0,
		create() {
			const now = virtualNow();
			stage.records.push({ id: insert(0), revision: 0, createdAt: now, writtenAt: now });
		},
		update(record) {
			record.revision += 1;
			record.writtenAt = virtualNow();
			change(record.id, record.revision);
		},
		remove(record) {
			record.goneAt = virtualNow();
			drop(record.id);
		},
		transport: async (options) => await ask(stage, answer, options, authorization),
	};
	return stage;
}

const revisionIn = (text: unknown): string => String(text ?? '').replace(/^r/, '');

function insightlyStage(event: Watched): Stage {
	const sandbox = createInsightlySandbox({ seed: 'empty', rateLimit: false, clock });
	return stageOf({
		nodeType: trigger('Insightly'),
		parameters: { resource: 'contact', event },
		credentials: {
			insightlyApi: {
				apiKey: sandbox.apiKey,
				apiUrl: `${ownAddress()}/v3.1`,
				requestsPerSecond: 1_000,
			},
		},
		keyOf: ({ CONTACT_ID, FIRST_NAME }) => keyFor(event, CONTACT_ID, revisionIn(FIRST_NAME)),
		insert: (revision) =>
			Number(sandbox.store.insert('Contacts', { FIRST_NAME: `r${revision}` }).CONTACT_ID),
		change: (id, revision) => sandbox.store.update('Contacts', id, { FIRST_NAME: `r${revision}` }),
		drop: (id) => sandbox.store.remove('Contacts', id),
		answer: sandbox.answer,
		authorization: `Basic ${Buffer.from(`${sandbox.apiKey}:`).toString('base64')}`,
	});
}

function spotlerStage(event: Watched): Stage {
	const sandbox = createSpotlerSandbox({ seed: 'empty', clock });
	return stageOf({
		nodeType: trigger('SpotlerCrm'),
		parameters: { resource: 'account', event },
		credentials: {
			spotlerCrmApi: {
				accessToken: sandbox.accessToken,
				baseUrl: ownAddress(),
				requestsPerSecond: 1_000,
			},
		},
		keyOf: ({ id, name }) => keyFor(event, id, revisionIn(name)),
		insert: (revision) => Number(sandbox.store.insert('accounts', { name: `r${revision}` }).id),
		change: (id, revision) => sandbox.store.update('accounts', id, { name: `r${revision}` }),
		drop: (id) => sandbox.store.remove('accounts', id),
		misdate: ({ id }) =>
			sandbox.store.update('accounts', id, { modifieddate: '2099-01-01 00:00:00' }),
		answer: sandbox.answer,
		authorization: `Bearer ${sandbox.accessToken}`,
	});
}

function postHogStage(event: Watched): Stage {
	const sandbox = createPostHogSandbox({ seed: 'empty', clock });
	return stageOf({
		nodeType: trigger('PostHogInsights'),
		parameters: {
			event: event === 'created' ? 'insightCreated' : 'insightUpdated',
			project: { __rl: true, mode: 'id', value: '1' },
		},
		credentials: {
			postHogInsightsApi: {
				region: 'selfHosted',
				url: ownAddress(),
				apiKey: sandbox.apiKey,
				requestsPerMinute: 0,
				requestsPerHour: 0,
			},
		},
		keyOf: ({ id, name }) => keyFor(event, id, revisionIn(name)),
		insert: (revision) => sandbox.store.insert({ name: `r${revision}` }).id,
		change: (id, revision) => sandbox.store.update(id, { name: `r${revision}` }),
		drop: (id) => sandbox.store.update(id, { deleted: true }),
		answer: sandbox.answer,
		authorization: `Bearer ${sandbox.apiKey}`,
	});
}

/** A change is a record in a revision; a creation or a deletion is the record alone. */
export const keyFor = (event: Watched, id: unknown, revision: unknown): string =>
	event === 'created' || event === 'deleted' ? String(id) : `${String(id)}@${String(revision)}`;

/** An empty account of a service with its trigger. */
export function openStage(service: Service, event: Watched): Stage {
	if (service === 'insightly') return insightlyStage(event);
	return service === 'spotler' ? spotlerStage(event) : postHogStage(event);
}
