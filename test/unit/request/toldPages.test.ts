import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../../nodes/shared/request/client';
import type { ListOptions } from '../../../nodes/shared/request/paginate';
import { readToldPages, type ToldPaging } from '../../../nodes/shared/request/toldPages';
import type { ApiRequest, ApiResponse } from '../../../nodes/shared/request/types';

interface ListServer {
	rows: number[];
	/** Rows that a page holds at most, whatever was asked for. */
	shortest?: (page: number) => number;
	/** What the pages tell besides their rows. */
	tells?: (told: { count: number; next: string | null }) => IDataObject;
	/** Runs before a page is cut. */
	beforePage?: (page: number) => void;
}

const paging: ToldPaging = {
	maxPageSize: 10,
	overlap: 1,
	query: ({ offset, size }) => ({ limit: size, offset }),
	rows: ({ body }) => (body as { results?: IDataObject[] } | null)?.results,
	hasNext: ({ body }) => {
		const { next } = body as { next?: string | null };
		return next === undefined ? undefined : next !== null;
	},
	total: ({ body }) => (body as { count?: number }).count,
};

function listOn(server: ListServer) {
	let asked = 0;
	const send = async ({ query }: ApiRequest): Promise<ApiResponse> => {
		server.beforePage?.(asked);
		const { limit, offset } = query as { limit: number; offset: number };
		const size = Math.min(limit, Math.max(2, server.shortest?.(asked) ?? limit));
		asked += 1;
		const { rows } = server;
		const next = offset + size < rows.length ? `https://x/?offset=${offset + size}` : null;
		const told = { count: rows.length, next };
		const results = rows.slice(offset, offset + size).map((id) => ({ id }));
		const body = { results, ...(server.tells?.(told) ?? told) };
		return await Promise.resolve({ status: 200, headers: {}, body });
	};
	const client = {
		send,
		apiError: ({ message }: { message: string }) => new Error(message),
	} as unknown as ApiClient;
	return async (options: Partial<ListOptions> = {}) => {
		const { rows, missing } = await readToldPages(client, { method: 'GET', path: '/x' }, paging, {
			key: ({ id }) => String(id),
			...options,
		});
		return { ids: rows.map(({ id }) => id), missing, asked };
	};
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a list whose pages tell whether another follows', () => {
	it.each<[string, ListServer['tells']]>([
		['the next address and the count', undefined],
		['the next address alone', ({ next }) => ({ next })],
		['the count alone', ({ count }) => ({ count })],
		['nothing', () => ({})],
		['the count, and no next address by mistake', ({ count }) => ({ count, next: null })],
	])('is complete, however short its pages are, when they tell %s', async (_what, tells) => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 70 }),
				fc.array(fc.integer({ min: 2, max: 10 }), { minLength: 1, maxLength: 20 }),
				async (count, sizes) => {
					const read = listOn({
						rows: upTo(count),
						shortest: (page) => sizes[page % sizes.length],
						tells,
					});
					expect(await read()).toMatchObject({ ids: upTo(count), missing: 0 });
				},
			),
		);
	});

	it.each([
		['deleted', false],
		['added', true],
	])('loses no row when others are %s while it is read', async (_what, adds) => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat(60), { maxLength: 12 }), async (places) => {
				const server: ListServer = { rows: upTo(60) };
				const gone = new Set<number>();
				server.beforePage = (page) => {
					const place = places[page];
					if (page === 0 || place === undefined) return;
					if (adds) server.rows.splice(place, 0, 1_000 + page);
					else for (const id of server.rows.splice(place, 2)) gone.add(id);
				};
				const { ids } = await listOn(server)();
				expect(new Set(ids).size).toBe(ids.length);
				const stayed = upTo(60).filter((id) => !gone.has(id));
				expect(ids).toEqual(expect.arrayContaining(stayed));
			}),
		);
	});

	it('takes one request a page, and none beyond the limit', async () => {
		expect((await listOn({ rows: upTo(28) })()).asked).toBe(3);
		const { ids, asked, missing } = await listOn({ rows: upTo(100) })({ limit: 12 });
		expect([ids, asked, missing]).toEqual([upTo(12), 2, 0]);
		expect((await listOn({ rows: upTo(100) })({ limit: 4 })).asked).toBe(1);
	});

	it('tells how many rows are missing when fewer come than are counted', async () => {
		const read = listOn({ rows: upTo(25), tells: ({ next }) => ({ next, count: 40 }) });
		expect(await read()).toMatchObject({ ids: upTo(25), missing: 15 });
	});

	it('ends on a server that sends the same page for ever', async () => {
		const client = {
			send: async () =>
				await Promise.resolve({
					status: 200,
					headers: {},
					body: { results: upTo(10).map((id) => ({ id })), next: 'https://x/', count: 90 },
				}),
		} as unknown as ApiClient;
		const options = { key: ({ id }: IDataObject) => String(id) };
		const { rows, missing } = await readToldPages(
			client,
			{ method: 'GET', path: '/x' },
			paging,
			options,
		);
		expect([rows.length, missing]).toEqual([10, 80]);
	});

	it.each([null, 5, {}, { detail: 'No.' }, { results: null }])(
		'is refused when a page is %j',
		async (body) => {
			const client = {
				send: async () => await Promise.resolve({ status: 200, headers: {}, body }),
				apiError: ({ message }: { message: string }) => new Error(message),
			} as unknown as ApiClient;
			await expect(
				readToldPages(client, { method: 'GET', path: '/x' }, paging, { key: () => undefined }),
			).rejects.toThrow('something other than a list');
		},
	);
});
