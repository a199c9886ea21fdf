import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { Field, FieldChoice } from '../../shared/fields/types';
import type { ApiClient } from '../../shared/request/client';
import { TtlCache } from '../../shared/request/ttlCache';
import { readChoices } from './dictionaryResponse';
import { recordsIn } from '../api/envelope';

const KEPT_MS = 5 * 60_000;

/** Where a list's values may stand: the answer of GET is not documented, that of PATCH has `items`. */
const CONTAINERS = ['items', 'list', 'values', 'data', 'lookup', 'options', 'record'];

/** The values in an answer of `GET /lookup/{object}/{field}` or `PATCH /lookup/{list}`. */
export function readLookup(body: unknown): FieldChoice[] {
	const direct = readChoices(body);
	if (direct) return direct;
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
	const row = body as IDataObject;
	for (const key of CONTAINERS) {
		const inside = row[key] === undefined ? [] : readLookup(row[key]);
		if (inside.length > 0) return inside;
	}
	return Object.entries(row)
		.filter(([key, value]) => typeof value === 'string' && !['message', 'type'].includes(key))
		.map(([value, name]) => ({ name: String(name), value }));
}

/** Address of a field's list. Names with a slash are encoded; whether the server takes that is not known. */
export const lookupPath = (object: string, field: string): string =>
	`/lookup/${encodeURIComponent(object)}/${encodeURIComponent(field)}`;

const keptLookups = new TtlCache<FieldChoice[]>(KEPT_MS);
const keptUsers = new TtlCache<INodePropertyOptions[]>(KEPT_MS);

/**
 * The values that can be picked for a field, none if the field has no list. A refusal is kept like an answer, so that no
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

/** Whether a field's values come from a lookup list. */
export const isLookup = ({ kind, list }: Field): boolean => kind === 'choice' && list === undefined;

/** The account's users for owner fields: `GET /users` as clients at work call it. None where it is refused. */
export async function userChoices(client: ApiClient): Promise<INodePropertyOptions[]> {
	return await keptUsers.get(client.account, async () => {
		const query = { q: JSON.stringify({ live: 1 }), limit: 100 };
		return await client.send({ method: 'GET', path: '/users', query }).then(
			({ body }) => recordsIn(body).map(userChoice),
			() => [],
		);
	});
}

function userChoice(user: IDataObject): INodePropertyOptions {
	const name = [user.first, user.last].filter(Boolean).map(String).join(' ');
	return { name: name || `User ${String(user.id)}`, value: user.id as number };
}
