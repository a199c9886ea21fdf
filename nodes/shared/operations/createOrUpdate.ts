import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../form/itemContext';
import type { ApiClient } from '../request/client';
import { rowsOf } from '../request/rows';
import type { ApiResponse } from '../request/types';
import { lookUp, rememberWritten } from './lookUp';
import { plainText, type Matches } from './matching';
import { recordIdIn, type RecordLookup } from './recordLookup';

/** What a request for one record gave: the response, or its rows. */
export type Written = ApiResponse | IDataObject[];

/** What is done once it is known whether the record is there. */
export interface Outcomes {
	create(): Promise<Written>;
	/** @param id a valid one */
	update(id: number | string, found: IDataObject): Promise<Written>;
	/** The rows of a record that already says all this, so that nothing is sent; undefined if it does not. */
	unchanged?(found: IDataObject): IDataObject[] | undefined;
}

/**
 * Create or Update, and Find or Create: looks the record up by a value, then creates it, updates it, or leaves it alone.
 * No service has such a call, so an operation that does this goes by `matchMutexKey`: items with the same value follow
 * one another.
 * @throws NodeOperationError when several records match; NodeApiError for what the service refuses or answers wrongly.
 */
export async function createOrUpdate(
	item: ItemContext,
	client: ApiClient,
	lookup: RecordLookup,
	match: Matches,
	outcomes: Outcomes,
): Promise<Written> {
	const found = await lookUpEither(item, client, lookup, match);
	const id = found && recordIdIn(lookup, found);
	if (found === undefined || id === undefined) {
		const created = await outcomes.create();
		const row = Array.isArray(created) ? created[0] : rowsOf(created.body)[0];
		rememberWritten(client, lookup, match, row);
		if (match.otherwise) rememberWritten(client, lookup, match.otherwise, row);
		return created;
	}
	return outcomes.unchanged?.(found) ?? (await outcomes.update(id, found));
}

/**
 * Looks up by the ID where it is known, then by the first field, then by the second. What is found by the second only counts
 * while it has no value in the first: with another value there, it is the partner of another record.
 */
async function lookUpEither(
	item: ItemContext,
	client: ApiClient,
	lookup: RecordLookup,
	{ knownId, otherwise, ...match }: Matches,
): Promise<IDataObject | undefined> {
	const known = knownId === undefined ? undefined : await lookup.read(knownId);
	if (known && String(recordIdIn(lookup, known)) === String(Number(knownId))) return known;
	const found = await lookUp(item, client, lookup, match);
	if (found || !otherwise) return found;
	const isFree = (row: IDataObject): boolean => plainText(lookup.valueOf(row, match.field)) === '';
	return await lookUp(item, client, lookup, otherwise, isFree);
}
