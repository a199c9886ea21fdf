import type { IDataObject } from 'n8n-workflow';

import type { MapperPurpose } from '../../shared/fields/mapper';
import type { ItemContext } from '../../shared/form/itemContext';
import { rawMatch, requiredMatch } from '../../shared/operations/matching';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest } from '../../shared/request/types';
import { createBody, recordBody, recordValues } from '../fields/recordValues';
import { guardCustomFields, restoreCustomFields } from '../fields/customFieldsGuard';
import { inAccount } from '../resources/customObjects';
import { recordPostReceive } from '../output/records';
import { nameInText, type RecordType } from '../resources/types';
import { findId, lookedFor, rememberFound } from './find';
import { forType } from './forType';
import type { InsightlyOperation } from './types';

/** Both forms have a field to match on. */
const MATCHING: MapperPurpose = 'upsert';

/** Finds the record by one field, then creates or updates. The API has no such call. */
export const upsertRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'fieldsToMatch', 'simplify'),
	value: 'upsert',
	name: 'Create or Update',
	action: `Create or update ${nameInText(type)}`,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	endpoints: [`PUT ${type.path}`, `POST ${type.path}`, `GET ${type.path}/Search`],
	purpose: MATCHING,
	mutexKey: (item) => lookedFor(item, type),
	preSend: async (item, client) => {
		const here = inAccount(item, type);
		const { id, values } = await lookUp(item, client, here);
		return id === undefined
			? { method: 'POST', path: here.path, body: await createBody(item, client, here, values) }
			: await updateFound(item, client, here, id, values);
	},
	postReceive: async (answer, item, client) => {
		const here = inAccount(item, type);
		rememberFound(answer, item, client, here);
		return recordPostReceive(await restoreCustomFields(answer, item, client, here), item);
	},
});

/** Finds the record by one field, else creates it; a record that is there stays as it is. */
export const findOrCreateRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'fieldsToFind', 'simplify'),
	value: 'findOrCreate',
	name: 'Find or Create',
	action: `Find or create ${nameInText(type)}`,
	description: 'Get the record that has a value, or create it if there is none yet',
	endpoints: [`POST ${type.path}`, `GET ${type.path}/{id}`, `GET ${type.path}/Search`],
	purpose: MATCHING,
	mutexKey: (item) => lookedFor(item, type),
	preSend: async (item, client) => {
		const here = inAccount(item, type);
		const { id, values } = await lookUp(item, client, here);
		return id === undefined
			? { method: 'POST', path: here.path, body: await createBody(item, client, here, values) }
			: { method: 'GET', path: `${here.path}/${id}` };
	},
	postReceive: (answer, item, client) => {
		rememberFound(answer, item, client, inAccount(item, type));
		return recordPostReceive(answer, item);
	},
});

async function lookUp(
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
): Promise<{ id: number | undefined; values: IDataObject }> {
	const values = await recordValues(item, client, type, 'upsert');
	const [matchField] = rawMatch(item, type.fields, type.matchKey);
	const { field, value } = requiredMatch(item, type.fields, matchField, values);
	return { id: await findId(item, client, type, field, String(value)), values };
}

async function updateFound(
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
