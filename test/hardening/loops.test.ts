import { NodeApiError } from 'n8n-workflow';

import { ApiClient } from '../../nodes/shared/request/client';
import type { ListSource } from '../../nodes/shared/request/listSource';
import { readList } from '../../nodes/shared/request/paginate';
import type { ApiService, RequestContext } from '../../nodes/shared/request/types';
import { findDeletions, type RecordList } from '../../nodes/shared/polling/deletions';
import { drain } from '../../nodes/shared/polling/drain';
import type {
	AdvanceRules,
	ChangeFeed,
	ChangePage,
	PollState,
} from '../../nodes/shared/polling/types';
import { listOn, upTo, type ListServer } from '../unit/request/listServer';

const rules: AdvanceRules = {
	order: 'ascending',
	overlapMs: 0,
	event: 'createdOrUpdated',
	creationToleranceMs: 0,
	matches: () => true,
};

const start: PollState = {
	...{ v: 2, scope: 'any', generation: 1, floor: 0 },
	...{ watermark: 0, from: 0, newest: 0, seen: {} },
};

/** Loops that ask a server until it says something: with one that never says it, each of them ends. */
describe('a service that never comes to an end', () => {
	function endlessFeed() {
		const asked = { pages: 0 };
		const page = async (): Promise<ChangePage> => {
			asked.pages += 1;
			const row = { id: String(asked.pages), changedAt: asked.pages, version: 'a', json: {} };
			return await Promise.resolve({ rows: [row], next: String(asked.pages) });
		};
		const nothing = async () => await Promise.reject(new Error('not asked for'));
		const feed: ChangeFeed = {
			...{ order: 'ascending', overlapMs: 0 },
			...{ page, now: nothing, newest: nothing },
		};
		return { feed, asked };
	}

	it('is asked for as many pages as a poll may read, and the next poll goes on', async () => {
		const { feed, asked } = endlessFeed();
		const limits = { maxRows: 1_000_000, maxPages: 7, hasTime: () => true };
		const drained = await drain(feed, start, rules, limits);
		expect(asked.pages).toBe(7);
		expect(drained.emit).toHaveLength(7);
		expect(drained.state.pass).toBeDefined();
	});

	it('is asked for no further page when the time of a poll is over', async () => {
		const { feed, asked } = endlessFeed();
		const limits = { maxRows: 1_000_000, maxPages: 1_000_000, hasTime: () => asked.pages < 3 };
		await drain(feed, start, rules, limits);
		expect(asked.pages).toBe(3);
	});

	it('is searched for deletions with as many requests as a poll may spend', async () => {
		const endless: RecordList = {
			pageSize: 10,
			tail: async (last = 0) =>
				await Promise.resolve({ isIntact: true, added: [{ id: last + 1 }], isEnd: false }),
			isWhole: async () => await Promise.resolve(false),
			between: async () => await Promise.resolve([]),
		};
		const limits = { maxRequests: 20, maxRows: 1_000, hasTime: () => true };
		const search = await findDeletions([], endless, limits);
		expect(search.requests).toBe(20);
		expect(search.isComplete).toBe(false);
	});

	it('is searched no longer although everything seems to be gone at each look', async () => {
		const shifting: RecordList = {
			pageSize: 4,
			tail: async () => await Promise.resolve({ isIntact: false, added: [], isEnd: true }),
			isWhole: async () => await Promise.resolve(false),
			between: async () => await Promise.resolve([]),
		};
		const known = Array.from({ length: 1_000 }, (_, id) => id);
		const limits = { maxRequests: 30, maxRows: 1_000_000, hasTime: () => true };
		expect((await findDeletions(known, shifting, limits)).requests).toBe(30);
	});
});

describe('a list without an end', () => {
	it('is noticed when pages take turns and nothing names their rows', async () => {
		const server: ListServer = { rows: [], by: 'number', tells: () => ({ hasNext: true }) };
		const list = listOn(server);
		server.beforePage = (page) => {
			const shown = page % 3 === 0 ? 0 : (page % 3) * 10;
			const content = upTo(10).map((id) => id + shown);
			server.rows = [...Array<number>(page * 10).fill(0), ...content, ...content];
		};
		const read = await list.read({ key: () => undefined });
		expect(read.isStuck).toBe(true);
		expect(list.places.length).toBeLessThan(10);
		expect(read.ids).toEqual(upTo(30));
	});

	it('is noticed when it always has something new', async () => {
		let asked = 0;
		const source: ListSource = {
			by: 'number',
			maxPageSize: 1,
			read: async () => {
				asked += 1;
				return await Promise.resolve({ rows: [{ id: asked }], received: 1, hasNext: true });
			},
		};
		const read = await readList(source, { key: ({ id }) => Number(id) });
		expect(read.isStuck).toBe(true);
		expect(asked).toBeLessThan(100_100);
	});
});

describe('a service that is always busy', () => {
	const service: ApiService = {
		name: 'Service',
		credentialType: () => 'anyApi',
		baseUrl: () => 'https://service.example',
		limits: () => [],
		maxInFlight: 4,
		explain: () => undefined,
		errorText: () => undefined,
	};

	async function askedOf(answer: () => object) {
		let asked = 0;
		const context = {
			getNode: () => ({ name: 'Node', credentials: {} }),
			getCredentials: async () => await Promise.resolve({ apiKey: `key ${Math.random()}` }),
			getExecutionCancelSignal: () => undefined,
			helpers: {
				httpRequestWithAuthentication: async () => {
					asked += 1;
					return await Promise.resolve(answer());
				},
			},
		} as unknown as RequestContext;
		const client = await ApiClient.create(context, service);
		const sent = client.send({ method: 'GET', path: '/things' });
		await expect(sent).rejects.toThrow(NodeApiError);
		return asked;
	}

	const soon = { 'retry-after': '0.001' };

	it.each([
		[503, soon],
		[429, soon],
		[500, soon],
	])('is asked five times: %i', async (statusCode, headers) => {
		expect(await askedOf(() => ({ statusCode, headers, body: '' }))).toBe(5);
	});

	it('is asked once when it wants a pause of an hour', async () => {
		const headers = { 'retry-after': '3600' };
		expect(await askedOf(() => ({ statusCode: 429, headers, body: '' }))).toBe(1);
	});
});
