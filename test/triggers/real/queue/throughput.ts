import { credentialRows } from '../../../../scripts/start/credentials';
import type { N8nClient } from '../../../../scripts/start/n8nClient';
import { sleep } from '../../../../scripts/start/machine';
import { activateChain, type ChainNode } from '../workflows';
import type { Up } from './run';

/** Executions of one measurement, and how many are started at once. */
const EXECUTIONS = 150;
const AT_ONCE = 10;

/** Requests of one execution: the contacts that it reads. */
const LIMIT = 10;

const PATIENCE_MS = 120_000;

interface Figure {
	workers: number;
	what: string;
	seconds: number;
	perSecond: number;
	requests: number;
	refused: number;
}

/**
 * What one worker and two workers get done: short executions that a webhook starts, each of which reads a contact; first
 * as fast as they can, then with the account's limit of ten requests a second.
 */
export async function measureThroughput(
	up: Up,
	say: (line: string) => void,
): Promise<{ throughput: string; faults: string[] }> {
	const { world, cluster, client } = up;
	await switchOffAll(client);
	const { sandbox } = world.sandboxes.insightly;
	const paths = {
		free: await openPath(up, 'free', 1_000_000),
		limited: await openPath(up, 'limited', LIMIT),
	};
	const figures: Figure[] = [];
	for (const workers of [2, 1]) {
		if (workers === 1) await cluster.stopOne('worker 2');
		for (const what of ['free', 'limited'] as const) {
			sandbox.rateLimit.options.perSecond = what === 'free' ? 0 : LIMIT;
			await fire(up, paths[what], 20);
			await sleep(2_000);
			sandbox.requests.length = 0;
			const seconds = await fire(up, paths[what], EXECUTIONS);
			const requests = sandbox.requests.length;
			const refused = sandbox.requests.filter(({ status }) => status === 429).length;
			const figure = { workers, what, seconds, perSecond: EXECUTIONS / seconds, requests, refused };
			say(`  ${lineOf(figure)}`);
			figures.push(figure);
		}
	}
	const late = figures.filter(({ seconds }) => seconds * 1_000 >= PATIENCE_MS);
	return {
		throughput: tableOf(figures),
		faults: late.map((figure) => `not all executions ended: ${lineOf(figure)}`),
	};
}

const names: Record<string, string> = {
	free: 'no limit',
	limited: `account limited to ${LIMIT} requests a second`,
};

const lineOf = ({ workers, what, seconds, perSecond, requests, refused }: Figure): string =>
	`${workers} worker${workers > 1 ? 's' : ''}, ${names[what]}: ${EXECUTIONS} executions in ${seconds.toFixed(1)} s, ` +
	`${perSecond.toFixed(1)} a second, ${refused} of ${requests} requests refused`;

function tableOf(figures: Figure[]): string {
	return [
		'| workers | account | executions | seconds | executions a second | requests | refused |',
		'| ---: | --- | ---: | ---: | ---: | ---: | ---: |',
		...figures.map(
			({ workers, what, seconds, perSecond, requests, refused }) =>
				`| ${workers} | ${names[what]} | ${EXECUTIONS} | ${seconds.toFixed(1)} | ${perSecond.toFixed(1)} | ${requests} | ${refused} |`,
		),
	].join('\n');
}

async function switchOffAll(client: N8nClient): Promise<void> {
	const all = await client.get<Array<{ id: string; active?: boolean }>>('/workflows');
	for (const { id, active } of all)
		if (active) await client.post(`/workflows/${id}/deactivate`, {});
}

/** A workflow that reads a contact with a credential of its own. Gives the path of its webhook. */
async function openPath(
	{ world, client }: Up,
	name: string,
	requestsPerSecond: number,
): Promise<string> {
	const { account, sandbox } = world.sandboxes.insightly;
	const { type, data } = credentialRows.insightly;
	const credential = {
		name: `throughput ${name}`,
		type,
		data: { ...data(account), requestsPerSecond },
	};
	const { id } = await client.post<{ id: string }>('/credentials', credential);
	const path = `throughput-${name}`;
	const nodes: ChainNode[] = [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: { httpMethod: 'GET', path, responseMode: 'onReceived' },
			webhookId: path,
		},
		{
			name: 'Contact',
			type: `${world.packageName}.insightly`,
			parameters: {
				resource: 'contact',
				operation: 'get',
				recordId: {
					__rl: true,
					mode: 'id',
					value: String(sandbox.store.all('Contacts')[0].CONTACT_ID),
				},
			},
			credentials: { [type]: { id, name: credential.name } },
		},
	];
	await activateChain(client, path, nodes, world.sink.url);
	return path;
}

/** Starts so many executions and waits until all have come to their end. Gives the seconds that it took. */
async function fire({ world, cluster }: Up, path: string, count: number): Promise<number> {
	const { sink } = world;
	const before = sink.arrivals;
	const began = performance.now();
	for (let sent = 0; sent < count; sent += AT_ONCE) {
		const calls = Array.from({ length: Math.min(AT_ONCE, count - sent) }, async () => {
			const answer = await fetch(`${cluster.url}/webhook/${path}`);
			if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
			await answer.text();
		});
		await Promise.all(calls);
	}
	while (sink.arrivals < before + count && performance.now() - began < PATIENCE_MS) {
		await sleep(20);
	}
	return (performance.now() - began) / 1_000;
}
