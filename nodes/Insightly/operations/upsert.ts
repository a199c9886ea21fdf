import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { ItemContext } from '../../shared/operations/itemContext';
import { rawMatch, requiredMatch } from '../../shared/operations/matching';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest } from '../../shared/request/types';
import { createBody, recordBody, recordValues } from '../body';
import { guardCustomFields, restoreCustomFields } from '../customFieldsGuard';
import { recordPostReceive } from '../output';
import type { RecordType } from '../recordTypes';
import { RecentlyCreated } from '../../shared/operations/recentlyCreated';
import { findOnly } from './search';

/**
 * Finds the record by one field, then creates or updates. The API has no such call, so items that look for the same
 * value take turns, and a record that was just created counts as found even while the search does not know it yet.
 */
export const upsertRecord = (type: RecordType): Operation => ({
	value: 'upsert',
	name: 'Create or Update',
	action: `Create or update ${type.name.toLowerCase()}`,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoints: [`PUT ${type.path}`, `POST ${type.path}`, `GET ${type.path}/Search`],
	parameters: ['fieldsToMatch', 'simplify'],
	serialKey: (item) => {
		const [field, value] = rawMatch(item, type.fields, type.matchKey);
		return `${type.path} ${field} ${String(value).trim().toLowerCase()}`;
	},
	preSend: async (item, client) => {
		const values = await recordValues(item, client, type, 'upsert');
		const [matchField] = rawMatch(item, type.fields, type.matchKey);
		const { field, value } = requiredMatch(item, matchField, values);
		const id = await findId(item, client, type, field, String(value));
		return id === undefined
			? { method: 'POST', path: type.path, body: await createBody(item, client, type, values) }
			: await updateRequest(item, client, type, id, values);
	},
	postReceive: async (answer, item, client) => {
		const [field, value] = rawMatch(item, type.fields, type.matchKey);
		const id = Number(answer.rows[0]?.[type.idKey]);
		if (id > 0)
			recentlyCreated.remember(client.account, `${type.path} ${field} ${String(value)}`, id);
		return recordPostReceive(await restoreCustomFields(answer, item, client, type), item);
	},
});

const recentlyCreated = new RecentlyCreated<number>();

async function updateRequest(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	id: number,
	values: IDataObject,
): Promise<ApiRequest> {
	const body = recordBody(type, values);
	await guardCustomFields(item, client, type, id, body);
	return { method: 'PUT', path: type.path, body: { [type.idKey]: id, ...body } };
}

async function findId(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
	field: string,
	value: string,
): Promise<number | undefined> {
	const found = await findOnly(item, client, type, field, value);
	if (found) return Number(found[type.idKey]);
	const recent = recentlyCreated.find(client.account, `${type.path} ${field} ${value}`);
	if (recent === undefined) return undefined;
	return (await stillExists(client, type, recent)) ? recent : undefined;
}

async function stillExists(client: ApiClient, type: RecordType, id: number): Promise<boolean> {
	try {
		await client.send({ method: 'GET', path: `${type.path}/${id}` });
		return true;
	} catch (error) {
		if (error instanceof NodeApiError && error.httpCode === '404') return false;
		throw new NodeApiError(client.node, error as JsonObject);
	}
}
