import type { IDataObject, NodeApiError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { numericId, rowVersion, type ChangeRow } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import { goesOn } from '../../shared/request/listPage';
import { idOf, recordIn } from '../api/envelope';
import { parseApiTime } from '../api/formats';
import { MAX_PAGE_SIZE, pageOf, sendForPage } from '../api/paging';
import type { Watched } from './watched';

/** What is asked for: in this order, from the start or from a page. */
export interface FeedPageOptions {
	q: IDataObject | undefined;
	order: IDataObject;
	limit?: number;
	page?: number;
}

export interface Block {
	envelopes: IDataObject[];
	isLast: boolean;
}

/** One block of the watched object's list. */
export async function readFeedPage(
	client: ApiClient,
	{ object }: Watched,
	{ q, order, page, limit = MAX_PAGE_SIZE }: FeedPageOptions,
): Promise<Block> {
	const query = {
		...(q && Object.keys(q).length > 0 ? { q: JSON.stringify(q) } : {}),
		order: JSON.stringify(order),
		limit: Math.min(limit, MAX_PAGE_SIZE),
	};
	const request = { method: 'GET' as const, path: `/${object}`, query };
	const block = pageOf(await sendForPage(client, request, page));
	// How many rows lie before a numbered page is not known, so its total does not tell where the list ends.
	const told = page === undefined ? block : { ...block, total: undefined };
	return { envelopes: block.rows, isLast: !goesOn(told, { offset: 0, size: query.limit }) };
}

/** These change by themselves, without the record being changed. */
const VOLATILE_KEYS = ['leadscore'];

const recordOf = (envelope: IDataObject): IDataObject => recordIn(envelope) ?? {};

const itemOf = (envelope: IDataObject, { isRaw }: Watched): IDataObject =>
	isRaw ? envelope : recordOf(envelope);

/**
 * A record as a row of the changes.
 * @throws NodeOperationError when it does not say when it was changed
 */
export function changeRow(
	client: ApiClient,
	watched: Watched & { changedKey: string },
	envelope: IDataObject,
): ChangeRow {
	const record = recordOf(envelope);
	const changedAt = parseApiTime(record[watched.changedKey]);
	if (changedAt === undefined) throw withoutDates(client, watched);
	const createdAt = parseApiTime(record[watched.type.createdKey ?? '']);
	const id = numericId(idOf(record));
	if (id === undefined) throw withoutIds(client, watched);
	return {
		id: String(id),
		changedAt,
		// When daylight saving repeats an hour, a change can seem to come before the creation: then it is one all the same.
		...(createdAt !== undefined && createdAt <= changedAt ? { createdAt } : {}),
		version: rowVersion(record, changedAt, VOLATILE_KEYS),
		json: itemOf(envelope, watched),
	};
}

const withoutDates = (client: ApiClient, { object }: Watched) =>
	new NodeOperationError(client.node, `Records of "${object}" do not say when they were changed`, {
		description: 'Choose the event Created instead: it goes by IDs and needs no dates.',
	});

/**
 * A record as a row of the new ones: its ID stands for the time.
 * @throws NodeApiError when the ID is no whole number
 */
export function newRow(client: ApiClient, watched: Watched, envelope: IDataObject): ChangeRow {
	const id = numericId(idOf(recordOf(envelope)));
	if (id === undefined) throw withoutIds(client, watched);
	return { id: String(id), changedAt: id, version: 'created', json: itemOf(envelope, watched) };
}

/** For rows whose ID is no whole number: triggers go by IDs. */
export const withoutIds = (client: ApiClient, { object }: Watched): NodeApiError =>
	client.apiError({
		message: `Spotler CRM sent a record of "${object}" without a usable ID`,
		description:
			'The trigger goes by IDs, which are whole numbers, so it reports nothing until the answer is in order again.',
	});
