import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { titleOf } from '../../shared/description/title';
import type { Field, FieldChoice } from '../../shared/fields/types';
import type { ApiClient } from '../../shared/request/client';
import { TtlCache } from '../../shared/request/ttlCache';
import { recordIn } from '../api/envelope';
import { readPages } from '../api/paging';
import { isLookup, lookupPath, readLookup } from '../fields/lookups';
import { user } from '../resources/user';

const KEPT_MS = 5 * 60_000;

const keptLookups = new TtlCache<FieldChoice[]>(KEPT_MS);
const keptUsers = new TtlCache<INodePropertyOptions[]>(KEPT_MS);

/**
 * The values that can be picked for a field, none if the field has no list. A refusal is kept like a list, so that no
 * form asks twice for something that is not there: each refused call can send the administrator an e-mail.
 */
export async function lookupValues(
	client: ApiClient,
	object: string,
	field: string,
): Promise<FieldChoice[]> {
	return await keptLookups.get(`${client.account} ${object} ${field}`, async () => {
		const request = { method: 'GET' as const, path: lookupPath(object, field) };
		return await client.send(request).then(
			({ body }) => readLookup(body),
			() => [],
		);
	});
}

/** Fields with the values of their lists, as far as the dictionary says that they have one. */
export async function withLookups(
	client: ApiClient,
	object: string,
	fields: readonly Field[],
): Promise<Field[]> {
	return await Promise.all(
		fields.map(async (field) => {
			if (!isLookup(field) || field.choices?.length) return field;
			return { ...field, choices: await lookupValues(client, object, field.name) };
		}),
	);
}

/** The account's users for owner fields, without those that were deactivated. None where the list is refused. */
export async function userChoices(client: ApiClient): Promise<INodePropertyOptions[]> {
	return await keptUsers.get(client.account, async () => {
		const query = { q: JSON.stringify({ live: 1 }), order: JSON.stringify({ id: 'asc' }) };
		const request = { method: 'GET' as const, path: `/${user.object}`, query };
		return await readPages(client, request).then(
			({ rows }) => rows.flatMap(userChoice).sort((a, b) => a.name.localeCompare(b.name)),
			() => [],
		);
	});
}

/** Flags come as numbers and as texts (*observed* in public code); a server may have ignored the filter. */
function userChoice(envelope: IDataObject): INodePropertyOptions[] {
	const row = recordIn(envelope);
	if (!row || Number(row.live ?? 1) === 0) return [];
	return [{ name: titleOf(user, row, row.id), value: Number(row.id) }];
}
