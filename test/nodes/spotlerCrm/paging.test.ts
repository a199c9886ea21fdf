import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { readPages } from '../../../nodes/SpotlerCrm/api/paging';
import type { ApiClient } from '../../../nodes/shared/request/client';
import type { ApiRequest } from '../../../nodes/shared/request/types';
import {
	createSpotlerSandbox,
	type SpotlerSandbox,
	type SpotlerSwitches,
} from '../../../sandbox/spotler';
import { BOTH_DOORS, openAccount } from './account';

/** Around every edge: none, one, just below, at and above one block, two, three and four. */
const COUNTS = [0, 1, 10, 11, 99, 100, 101, 199, 200, 201, 299, 300, 301, 399, 400, 401];

/** Undefined: Return All. */
const LIMITS = [undefined, 1, 10, 99, 100, 101, 200, 250, 400, 1_000];

/** With every number of records a simple server is enough: the edges are crossed with all switches. */
const EVERY_COUNT = Array.from({ length: 402 }, (_, count) => count);

/** Every combination of the switches that lists have. */
const SERVERS: Array<Partial<SpotlerSwitches>> = product({
	pageBase: [1, 0],
	pageZero: ['clamp', 'empty', '400'],
	pastEnd: ['empty', '404'],
	omitHasMore: [false, true],
	omitTotal: [false, true],
	maxLimit: ['clamp', '422'],
});

function product(choices: Record<string, readonly unknown[]>): Array<Record<string, unknown>> {
	return Object.entries(choices).reduce<Array<Record<string, unknown>>>(
		(rows, [name, values]) =>
			rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
		[{}],
	);
}

const silentNode = { id: '1', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0] };

/** A client whose requests reach the sandbox without a network in between. */
function clientOf(sandbox: SpotlerSandbox): ApiClient & { sent: IDataObject[] } {
	const sent: IDataObject[] = [];
	const send = async ({ method, path, query = {} }: ApiRequest) => {
		sent.push(query);
		const reply = sandbox.answer({
			method,
			path,
			query: Object.entries(query).map(([name, value]) => [name, String(value)] as const),
			headers: { accept: 'application/json', authorization: `Bearer ${sandbox.accessToken}` },
			body: Buffer.alloc(0),
		});
		const text = reply.body && 'text' in reply.body ? reply.body.text : '{}';
		if (reply.status >= 300) {
			const httpCode = String(reply.status);
			throw new NodeApiError(silentNode as never, { message: text }, { message: text, httpCode });
		}
		return { status: reply.status, headers: {}, body: JSON.parse(text) as unknown };
	};
	return { send, sent, node: silentNode } as unknown as ApiClient & { sent: IDataObject[] };
}

const REQUEST: ApiRequest = { method: 'GET', path: '/users', query: { order: '{"id":"asc"}' } };

function fill(sandbox: SpotlerSandbox, object: string, count: number): number[] {
	const { store } = sandbox;
	store.all(object).forEach(({ id }) => store.remove(object, Number(id)));
	return store.importMany(object, count, () => ({})).map(({ id }) => Number(id));
}

async function misread(
	server: Partial<SpotlerSwitches>,
	counts: readonly number[],
	limits: ReadonlyArray<number | undefined>,
): Promise<string[]> {
	const sandbox = createSpotlerSandbox({ seed: 'empty', switches: server });
	const wrong: string[] = [];
	const ids = fill(sandbox, 'users', Math.max(...counts));
	for (const count of [...counts].sort((a, b) => b - a)) {
		for (const id of ids.splice(count)) sandbox.store.remove('users', id);
		for (const limit of limits) {
			const { rows } = await readPages(clientOf(sandbox), REQUEST, limit);
			const read = rows.map(({ record }) => (record as IDataObject).id).join();
			if (read === ids.slice(0, limit).join()) continue;
			wrong.push(`${count} records, limit ${limit}: ${rows.length} came`);
		}
	}
	expect(sandbox.violations).toEqual([]);
	return wrong;
}

describe('pages', () => {
	it.each(SERVERS)('lose and repeat nothing when the server is %j', async (server) => {
		expect(await misread(server, COUNTS, LIMITS)).toEqual([]);
	});

	it.each([1, 0] as const)(
		'lose and repeat nothing for any number of records up to 401 when they count from %s',
		async (pageBase) => {
			expect(await misread({ pageBase }, EVERY_COUNT, [undefined])).toEqual([]);
			const terse = { pageBase, omitHasMore: true, omitTotal: true, pastEnd: '404' } as const;
			expect(await misread(terse, EVERY_COUNT, [undefined])).toEqual([]);
		},
		60_000,
	);

	it('are not numbered when one block is enough', async () => {
		const sandbox = createSpotlerSandbox({ seed: 'empty' });
		fill(sandbox, 'users', 100);
		const client = clientOf(sandbox);
		await readPages(client, REQUEST, 100);
		await readPages(client, REQUEST);
		expect(client.sent).toEqual([
			{ limit: 100, order: '{"id":"asc"}' },
			{ limit: 100, order: '{"id":"asc"}' },
		]);
	});

	it.each([
		[1, 5],
		[0, 4],
	] as const)('that count from %s cost %s requests for four blocks', async (pageBase, requests) => {
		const switches = { pageBase, pastEnd: '404', pageZero: '400' } as const;
		const sandbox = createSpotlerSandbox({ seed: 'empty', switches });
		fill(sandbox, 'users', 400);
		const client = clientOf(sandbox);
		await readPages(client, REQUEST);
		expect(client.sent).toHaveLength(requests);
		expect(client.sent.map(({ page }) => page)).not.toContain(0);
	});
});

describe.each(BOTH_DOORS)('lists through the %s door', (door) => {
	const wanted = (limit?: number): INodeParameters => ({
		resource: 'campaign',
		operation: 'getMany',
		...(limit === undefined ? { returnAll: true } : { returnAll: false, limit }),
	});

	it.each([1, 0] as const)(
		'are complete and in order when pages count from %s',
		async (pageBase) => {
			const account = await openAccount({ switches: { pageBase, pastEnd: '404' } });
			for (const count of [0, 100, 101, 401]) {
				const ids = fill(account.sandbox, 'campaigns', count);
				for (const limit of [undefined, 7, 150]) {
					const rows = await account.rows(wanted(limit), { door });
					expect(rows.map(({ id }) => id)).toEqual(ids.slice(0, limit));
				}
			}
			expect(account.sandbox.violations).toEqual([]);
			expect(account.sandbox.alerts).toEqual([]);
		},
	);

	it('lose none of the records that stay when one is deleted while pages are compared', async () => {
		const account = await openAccount();
		const ids = fill(account.sandbox, 'campaigns', 250);
		const isPageOne = ({ query }: { query: ReadonlyArray<readonly [string, string]> }) => {
			const isIt = query.some(([name, value]) => name === 'page' && value === '1');
			if (isIt) account.sandbox.store.remove('campaigns', ids[0]);
			return false;
		};
		account.sandbox.faults.next({ match: { when: isPageOne }, fault: { kind: 'empty' } });
		const read = (await account.rows(wanted(), { door })).map(({ id }) => id);
		expect(new Set(read).size).toBe(read.length);
		expect(ids.slice(1).filter((id) => !read.includes(id))).toEqual([]);
	});
});
