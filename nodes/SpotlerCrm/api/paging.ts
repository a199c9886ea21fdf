import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import { isNotFound } from '../../shared/request/notFound';
import { readInOrder, RowCollector } from '../../shared/request/paginate';
import type { ApiFailure, ApiRequest, ApiResponse } from '../../shared/request/types';
import { idOf, listIn, readList, recordIn } from './envelope';

/** More is not given (API v4 page); whether more is cut down or refused is not known, so more is never asked for. */
export const MAX_PAGE_SIZE = 100;

/**
 * The documentation counts pages from zero, integrations in use count them from one (*observed* in public code). So
 * nothing here depends on it: the first block is asked for without a page number, which is the first one under both
 * readings; then `page=1` is compared with it. If both begin with the same record, pages count from one and the walk goes
 * on with 2; if not, page 1 was the second block. A record is taken once, whatever page brings it.
 * @throws NodeApiError for a response that is no list, and for a server that sends the same page for ever
 */
export async function readPages(
	client: ApiClient,
	request: ApiRequest,
	limit?: number,
): Promise<IDataObject[]> {
	const walk = new PageWalk(client, request, limit);
	const first = await walk.read();
	if (walk.isLast(first)) return walk.rows;
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

/** A record without an ID is known by all that it says, so that a page of such records is recognised when it comes again. */
const keyOf = (envelope: IDataObject): string =>
	idOf(recordIn(envelope)) ?? JSON.stringify(envelope);

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
		this.collected = new RowCollector({ limit, key: keyOf });
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
	 * Takes a block's records and says whether the list ends with it. Where the server tells, that decides; else the list
	 * ends with an empty block, however short the others are. A block without anything new is the end as well, unless it
	 * `mayRepeat` because the list moved while it was read.
	 * @throws NodeApiError when the server says that more follows and sends what it has sent before
	 */
	isLast({ body }: ApiResponse, mayRepeat = false): boolean {
		const { envelopes, hasMore, total } = readList(body);
		const isNews = this.collected.add(envelopes);
		if (isEmptyList(body) || this.collected.isFull) return true;
		const isComplete = total !== undefined && this.rows.length >= total;
		const goesOn = hasMore ?? (total === undefined ? undefined : !isComplete);
		if (isNews || mayRepeat) return goesOn === false;
		if (goesOn && !isComplete) throw this.client.apiError(REPEATED_PAGE);
		return true;
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

/** Entries that cannot be read are entries all the same. */
const isEmptyList = (body: unknown): boolean => listIn(body)?.length === 0;

/**
 * One block of a list; without a number, the first. A page that does not exist gives nothing or 404 (API v4 page says
 * both); here it is always an empty list.
 * @throws NodeApiError for a response that is no list: nothing must not pass for "no records"
 */
export async function sendForPage(
	client: ApiClient,
	request: ApiRequest,
	page?: number,
): Promise<ApiResponse> {
	const response = await (page === undefined
		? client.send(request)
		: sendForNumber(client, request, page));
	if (listIn(response.body) !== undefined) return response;
	throw client.apiError(NO_LIST);
}

async function sendForNumber(
	client: ApiClient,
	request: ApiRequest,
	page: number,
): Promise<ApiResponse> {
	try {
		return await client.send({ ...request, query: { ...request.query, page } });
	} catch (error) {
		if (isNotFound(error)) return PAST_THE_END;
		throw new NodeApiError(client.node, error as JsonObject);
	}
}

const NO_LIST: ApiFailure = {
	message: 'Spotler CRM answered with something that is no list',
	description:
		'Nothing was read from it. Run the workflow again; if this goes on, check the base URL in the credential.',
	cause: 'temporarily-unavailable',
};

const REPEATED_PAGE: ApiFailure = {
	message: 'Spotler CRM says that the list goes on, but sends the same page again',
	description:
		'The list would have been incomplete, so nothing was returned. Run the workflow again, or read fewer records with a filter.',
	cause: 'temporarily-unavailable',
};

const PAST_THE_END: ApiResponse = {
	status: 404,
	headers: {},
	body: { metadata: { has_more: false }, list: [] },
};
