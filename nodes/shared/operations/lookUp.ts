import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../form/itemContext';
import type { ApiClient } from '../request/client';
import { searchedRows } from './jointSearch';
import { foldedText, isSameText, type Match, severalMatches } from './matching';
import { RecentRecords } from './recentRecords';
import { recordIdIn, type RecordLookup } from './recordLookup';

const recentRecords = new RecentRecords<number | string>();

/**
 * The one record that has the value, if there is one. What the search says is looked at before anybody writes because
 * of it. A record that this process has just written counts as found while the search does not know it yet, but only
 * after it was read and still has the value.
 * @param counts which of the records that have the value count
 * @throws NodeOperationError when several records match; NodeApiError when the response is no answer to the question.
 */
export async function lookUp(
	item: ItemContext,
	client: ApiClient,
	lookup: RecordLookup,
	match: Match,
	counts: (row: IDataObject) => boolean = () => true,
): Promise<IDataObject | undefined> {
	const rows = await searchedRows(client, lookup, match);
	const found = matchesIn(client, lookup, match, rows).filter(counts);
	if (found.length > 1) {
		const ids = found.map((row) => String(recordIdIn(lookup, row)));
		throw severalMatches(item, lookup.service, { plural: lookup.plural, ...match }, ids);
	}
	if (found.length === 1) return found[0];
	const recent = await readRecent(client, lookup, match);
	return recent && counts(recent) ? recent : undefined;
}

/** Notes which record now has the value, for lookups that come before the search knows of it. */
export function rememberWritten(
	client: ApiClient,
	lookup: RecordLookup,
	match: Match,
	row: IDataObject | undefined,
): void {
	const id = row && recordIdIn(lookup, row);
	if (id !== undefined) recentRecords.remember(client.account, nameOf(lookup, match), id);
}

const nameOf = ({ collection }: RecordLookup, { field, value }: Match): string =>
	`${collection} ${field} ${value}`;

/** A server that ignored the filter, or answered something else, must not make us write to what comes first. */
function matchesIn(
	client: ApiClient,
	lookup: RecordLookup,
	match: Match,
	rows: IDataObject[] | undefined,
): IDataObject[] {
	const { service, plural } = lookup;
	if (!rows) {
		throw client.apiError({
			message: `${service} answered the search for ${plural} with something other than a list, so nothing was written`,
			description: 'Run the item again. If this goes on, check the address in the credential.',
		});
	}
	const found = rows.filter((row) => isSameText(lookup.valueOf(row, match.field), match.value));
	if (found.length === 0 && rows.some((row) => !isNear(lookup, row, match))) {
		throw client.apiError({
			message: `${service} answered the search with other ${plural} than those asked for, so nothing was written`,
			description: `None of them has ${match.label ?? match.field} "${match.value}". The field may be one that cannot be searched for: match on another one.`,
		});
	}
	if (found.every((row) => recordIdIn(lookup, row) !== undefined)) return found;
	throw client.apiError({
		message: `${service} answered the search with a record that has no valid ID, so nothing was written`,
		description: 'Run the item again. If this goes on, update the record by its ID.',
	});
}

/** A search may be generous with accents; what it then finds is an answer to the question, but not the record. */
const isNear = (lookup: RecordLookup, row: IDataObject, { field, value }: Match): boolean =>
	foldedText(lookup.valueOf(row, field)) === foldedText(value);

async function readRecent(
	client: ApiClient,
	lookup: RecordLookup,
	match: Match,
): Promise<IDataObject | undefined> {
	const name = nameOf(lookup, match);
	const id = recentRecords.find(client.account, name);
	if (id === undefined) return undefined;
	const row = await lookup.read(id);
	const isIt =
		row !== undefined &&
		String(recordIdIn(lookup, row)) === String(id) &&
		isSameText(lookup.valueOf(row, match.field), match.value);
	if (isIt) return row;
	recentRecords.forget(client.account, name);
	return undefined;
}
