import type { ItemContext } from '../form/itemContext';
import type { ApiClient } from '../request/client';
import { rowsOf } from '../request/rows';
import { createOrUpdate, type Written } from './createOrUpdate';
import { writesInTurn } from './keyedMutex';
import { matchKeyOf, type Match } from './matching';
import { recordIdIn, type RecordLookup } from './recordLookup';

/**
 * The ID of the record that another one belongs to: found by its name, or created. Items that name the same one follow
 * one another, so that it is made once.
 * @throws NodeOperationError when several have the name; NodeApiError for what the service refuses or answers wrongly.
 */
export async function findOrCreateByName(
	item: ItemContext,
	client: ApiClient,
	lookup: RecordLookup,
	match: Match,
	create: () => Promise<Written>,
): Promise<number | string> {
	const key = matchKeyOf(lookup.collection, match.field, match.value);
	const written = await writesInTurn.runExclusive(
		`${client.account} ${key}`,
		async () =>
			await createOrUpdate(item, client, lookup, match, {
				create,
				update: async (_id, found) => await Promise.resolve([found]),
			}),
	);
	const row = Array.isArray(written) ? written[0] : rowsOf(written.body)[0];
	const id = row && recordIdIn(lookup, row);
	if (id !== undefined) return id;
	throw client.apiError({
		message: `${lookup.service} gave no ID of the new record "${match.value}", so nothing more was written`,
		description: `Look whether it is there, and run the item again.`,
	});
}
