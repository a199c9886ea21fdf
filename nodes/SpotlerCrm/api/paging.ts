import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import type { ListPage } from '../../shared/request/listPage';
import { isNotFound } from '../../shared/request/notFound';
import { readList as readWholeList, type ReadList } from '../../shared/request/paginate';
import type { ApiFailure, ApiRequest, ApiResponse } from '../../shared/request/types';
import { idOf, listIn, readList, recordIn } from './envelope';

/** More is not given (API v4 page); whether more is cut down or refused is not known, so more is never asked for. */
export const MAX_PAGE_SIZE = 100;

/**
 * Reads a list block by block.
 *
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
): Promise<ReadList> {
	const blocks = new Blocks(client, request);
	const list = await readWholeList(
		{
			by: 'number',
			maxPageSize: MAX_PAGE_SIZE,
			read: async ({ page, size }) => pageOf(await blocks.read(page, size)),
		},
		{ limit, key: keyOf },
	);
	if (list.isStuck) throw client.apiError(REPEATED_PAGE);
	return list;
}

/** One block of a list: entries that cannot be read are entries all the same. */
export function pageOf({ body }: ApiResponse): ListPage {
	const { envelopes, hasMore, total } = readList(body);
	return { rows: envelopes, received: listIn(body)?.length ?? 0, hasNext: hasMore, total };
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

/** The blocks of one list, whichever number its server begins with. */
class Blocks {
	private first?: ApiResponse;

	/** Resolves when it is known from which number pages count. */
	private second?: Promise<ApiResponse>;

	constructor(
		private readonly client: ApiClient,
		private readonly request: ApiRequest,
	) {}

	/** @param place of the block, counted from zero */
	async read(place: number, size: number): Promise<ApiResponse> {
		if (place === 0) return (this.first = await this.send(size));
		if (oneBased.has(this.client)) return await this.send(size, place + 1);
		if (place === 1) return await (this.second = this.compare(size));
		await this.second;
		return await this.send(size, oneBased.has(this.client) ? place + 1 : place);
	}

	private async compare(size: number): Promise<ApiResponse> {
		const second = await this.send(size, 1);
		if (!this.first || !startsAlike(this.first, second)) return second;
		oneBased.add(this.client);
		return await this.send(size, 2);
	}

	private async send(size: number, page?: number): Promise<ApiResponse> {
		const { client, request } = this;
		const query = { ...request.query, limit: size };
		return await sendForPage(client, { ...request, query }, page);
	}
}

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
	message: 'Spotler CRM answered with something other than a list',
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
