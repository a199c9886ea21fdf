import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../../nodes/shared/request/client';
import { offsetPaginate, type ListOptions } from '../../../nodes/shared/request/paginate';
import type { ApiRequest, ApiResponse } from '../../../nodes/shared/request/types';

const paging = {
	sizeParameter: 'top',
	offsetParameter: 'skip',
	maxPageSize: 10,
	rows: ({ body }: ApiResponse) => body as IDataObject[],
	totalRequest: { count: true },
	total: ({ headers }: ApiResponse) => (headers.total ? Number(headers.total) : undefined),
};

interface ListServer {
	rows: number[];
	countsRows?: boolean;
	/** Runs before a page is cut: rows may come and go while the list is read. */
	beforePage?: (page: number) => void;
}

function listOn(server: ListServer) {
	const requests: ApiRequest[] = [];
	const send = async (request: ApiRequest): Promise<ApiResponse> => {
		server.beforePage?.(requests.length);
		requests.push(request);
		const { top, skip } = request.query as { top: number; skip: number };
		const headers: Record<string, string> =
			request.query?.count && server.countsRows !== false
				? { total: String(server.rows.length) }
				: {};
		return await Promise.resolve({
			status: 200,
			headers,
			body: server.rows.slice(skip, skip + top).map((id) => ({ id })),
		});
	};
	const read = async (wish: Partial<ListOptions> = {}) => {
		const rows = await offsetPaginate(
			{ send } as unknown as ApiClient,
			{ method: 'GET', path: '/x' },
			paging,
			{ key: ({ id }) => String(id), ...wish },
		);
		return rows.map(({ id }) => id);
	};
	return { read, requests };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a list read by offset', () => {
	it.each([true, false])(
		'is complete, each row once, in order (the server counts: %s)',
		async (countsRows) => {
			for (let count = 0; count <= 65; count++) {
				const { read } = listOn({ rows: upTo(count), countsRows });
				expect(await read()).toEqual(upTo(count));
			}
		},
	);

	it('takes no more requests than there are pages, if the server counts', async () => {
		for (const count of [21, 40, 45]) {
			const { read, requests } = listOn({ rows: upTo(count) });
			await read();
			expect(requests).toHaveLength(Math.ceil(count / 10));
		}
	});

	it('takes one request more when the last page is full and the server does not count', async () => {
		const { read, requests } = listOn({ rows: upTo(40), countsRows: false });
		await read();
		expect(requests.length).toBeGreaterThan(4);
	});

	it('stops at the limit', async () => {
		for (const limit of [1, 9, 10, 11, 25, 40]) {
			const { read, requests } = listOn({ rows: upTo(100) });
			expect(await read({ limit })).toEqual(upTo(limit));
			expect(requests.length).toBeLessThanOrEqual(Math.ceil(limit / 10));
		}
	});

	it('starts after the rows to skip', async () => {
		expect(await listOn({ rows: upTo(30) }).read({ skip: 25 })).toEqual([25, 26, 27, 28, 29]);
	});

	it('counts only rows that are kept towards the limit', async () => {
		const { read } = listOn({ rows: upTo(100) });
		const odd = await read({ limit: 12, keep: ({ id }) => Number(id) % 2 === 1 });
		expect(odd).toEqual(upTo(24).filter((id) => id % 2 === 1));
	});

	it('keeps of each row what is asked for, and still knows rows by what they were', async () => {
		const { read } = listOn({ rows: upTo(25) });
		const shape = ({ id }: IDataObject) => ({ id: `row ${String(id)}` });
		expect(await read({ shape })).toEqual(upTo(25).map((id) => `row ${id}`));
	});

	it('has no row twice when rows are added in front while it is read', async () => {
		const server: ListServer = {
			rows: upTo(35),
			beforePage: (page) => {
				if (page > 0 && page < 4) server.rows.unshift(1_000 + page);
			},
		};
		const ids = await listOn(server).read();
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(expect.arrayContaining(upTo(35)));
	});

	it('has the rows that were added at the end while it was read, when the last page is not full', async () => {
		const server: ListServer = {
			rows: upTo(35),
			beforePage: (page) => {
				if (page === 2) server.rows.push(...upTo(15).map((id) => 100 + id));
			},
		};
		expect(await listOn(server).read()).toEqual(expect.arrayContaining(upTo(35)));
	});

	it('ends on a server that answers the same page for ever', async () => {
		const send = async (): Promise<ApiResponse> =>
			await Promise.resolve({ status: 200, headers: {}, body: upTo(10).map((id) => ({ id })) });
		const rows = await offsetPaginate(
			{ send } as unknown as ApiClient,
			{ method: 'GET', path: '/x' },
			paging,
			{ key: ({ id }) => String(id) },
		);
		expect(rows).toHaveLength(10);
	});
});
