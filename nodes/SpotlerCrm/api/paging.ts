import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import { isNotFound } from '../../shared/request/notFound';
import { readInOrder, RowCollector } from '../../shared/request/paginate';
import type { ApiRequest, ApiResponse } from '../../shared/request/types';
import { idOf, readList, recordIn } from './envelope';

/** More is not given (API v4 page); whether more is cut down or refused is not known, so more is never asked for. */
export const MAX_PAGE_SIZE = 100;

/**
 * The documentation counts pages from zero, integrations in use count them from one (*observed* in public code). So nothing here depends on it:
 * the first block is asked for without a page number, which is the first one under both readings; then `page=1` is
 * compared with it. If both begin with the same record, pages count from one and the walk goes on with 2; if not, page 1
 * was the second block. A record is taken once, whatever page brings it.
 */
export async function readPages(
	client: ApiClient,
	request: ApiRequest,
	limit?: number,
): Promise<IDataObject[]> {
	const walk = new PageWalk(client, request, limit);
	const first = await walk.read();
	const isAll = walk.isLast(first) || (limit !== undefined && limit <= MAX_PAGE_SIZE);
	if (isAll) return walk.rows;
	if (oneBased.has(client)) return await walk.rest(first, 2);

	const second = await walk.read(1);
	if (startsAlike(first, second)) {
		oneBased.add(client);
		return await walk.rest(first, 2);
	}
	return walk.isLast(second, true) ? walk.rows : await walk.rest(first, 2, true);
}

/** Runs that have seen that their server counts from one: they need not look again. */
const oneBased = new WeakSet<ApiClient>();

const startsAlike = (a: ApiResponse, b: ApiResponse): boolean => {
	const [one, other] = [a, b].map(({ body }) => readList(body).envelopes[0]);
	return one !== undefined && idOf(recordIn(one)) === idOf(recordIn(other));
};

/** One list on its way from the first block to the last. */
class PageWalk {
	private readonly collected: RowCollector;

	private readonly size: number;

	constructor(
		private readonly client: ApiClient,
		private readonly request: ApiRequest,
		private readonly limit: number | undefined,
	) {
		this.size = Math.min(MAX_PAGE_SIZE, limit ?? MAX_PAGE_SIZE);
		this.collected = new RowCollector({ limit, key: (row) => idOf(recordIn(row)) });
	}

	get rows(): IDataObject[] {
		return this.collected.rows;
	}

	async read(page?: number): Promise<ApiResponse> {
		const { request, size } = this;
		const query = { ...request.query, limit: size };
		return await sendForPage(this.client, { ...request, query }, page);
	}

	/**
	 * Takes a block's records and says whether the list ends with it. A server that repeats itself would never end, so a
	 * block without anything new counts as the end, unless it `mayRepeat` because the list moved while it was read.
	 */
	isLast(response: ApiResponse, mayRepeat = false): boolean {
		const { envelopes, hasMore, total } = readList(response.body);
		const isNews = this.collected.add(envelopes);
		if (envelopes.length === 0 || this.collected.isFull) return true;
		if (!isNews && !mayRepeat) return true;
		if (hasMore !== undefined) return !hasMore;
		return total === undefined ? envelopes.length < this.size : this.rows.length >= total;
	}

	/** The blocks from page `from` on; only pages that are known to exist are asked for ahead of their turn. */
	async rest(first: ApiResponse, from: number, isZeroBased = false): Promise<IDataObject[]> {
		const { total } = readList(first.body);
		const wanted = Math.min(total ?? 0, this.limit ?? Infinity);
		const blocks = Math.ceil(wanted / this.size);
		await readInOrder(
			async (page) => await this.read(page),
			(response) => this.isLast(response),
			from,
			isZeroBased ? blocks : blocks + 1,
		);
		return this.rows;
	}
}

/**
 * One block of a list; without a number, the first. A page that does not exist answers with nothing or with 404 (API v4
 * page says both); here it is always an empty list.
 */
export async function sendForPage(
	client: ApiClient,
	request: ApiRequest,
	page?: number,
): Promise<ApiResponse> {
	if (page === undefined) return await client.send(request);
	try {
		return await client.send({ ...request, query: { ...request.query, page } });
	} catch (error) {
		if (isNotFound(error)) return PAST_THE_END;
		throw new NodeApiError(client.node, error as JsonObject);
	}
}

const PAST_THE_END: ApiResponse = {
	status: 404,
	headers: {},
	body: { metadata: { has_more: false }, list: [] },
};
