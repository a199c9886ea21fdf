import type { IDataObject } from 'n8n-workflow';

import type { ApiClient } from '../../shared/request/client';
import { isObject, rowsOf } from '../../shared/request/rows';
import type { ApiRequest, ApiResponse } from '../../shared/request/types';
import type { RecordType } from '../resources/types';
import { customFieldsOf } from './customFields';

/** What PUT does with custom fields that its body does not name. */
type PutBehaviour = 'keeps' | 'replaces';

/** A PUT for one record. */
type RecordPut = Omit<ApiRequest, 'method' | 'body'> & { method: 'PUT'; body: IDataObject };

/** By account, for as long as this process lives. */
const learnt = new Map<string, PutBehaviour>();

/**
 * Sends a PUT that loses no custom fields. Whether PUT keeps those that the body does not name is documented nowhere, so
 * this looks before it leaps: until an account has shown what it does, the record is read first and compared afterwards,
 * and what got lost is written back at once. Later updates cost one request, or two where the account replaces the list.
 * @param id of the record that is written
 */
export async function putKeepingCustomFields(
	client: ApiClient,
	type: RecordType,
	id: number,
	put: RecordPut,
): Promise<ApiResponse> {
	const sent = put.body.CUSTOMFIELDS as IDataObject[] | undefined;
	if (!sent || learnt.get(client.account) === 'keeps') return await client.send(put);

	const others = await othersWithValue(client, type, id, sent);
	if (others.length === 0) return await client.send(put);
	const whole = [...sent, ...others];
	if (learnt.get(client.account) === 'replaces') {
		return await client.send({ ...put, body: { ...put.body, CUSTOMFIELDS: whole } });
	}

	const response = await client.send(put);
	const now = valuesByName(await customFieldsAfter(client, type, id, response));
	const isKept = others.every(({ FIELD_NAME: name }) => hasValue(now.get(String(name))));
	learnt.set(client.account, isKept ? 'keeps' : 'replaces');
	if (isKept) return response;
	const body = { [type.idKey]: id, CUSTOMFIELDS: whole };
	return await client.send({ method: 'PUT', path: put.path, body });
}

/**
 * The fields of the record that a PUT could lose: they have a value, are not named in it, and are such that a PUT can
 * set. What the service sets by itself shows nothing, and is refused when it is sent back.
 */
async function othersWithValue(
	client: ApiClient,
	type: RecordType,
	id: number,
	sent: IDataObject[],
): Promise<IDataObject[]> {
	const fields = await customFieldsOf(client, type);
	const settable = new Set(fields.filter(({ isSettable }) => isSettable).map(({ name }) => name));
	const named = valuesByName(sent);
	return (await readCustomFields(client, type, id))
		.filter(({ FIELD_NAME: name }) => settable.has(String(name)) && !named.has(String(name)))
		.filter(({ FIELD_VALUE: value }) => hasValue(value))
		.map(({ FIELD_NAME, FIELD_VALUE }) => ({ FIELD_NAME, FIELD_VALUE }));
}

async function readCustomFields(
	client: ApiClient,
	type: RecordType,
	id: number,
): Promise<IDataObject[]> {
	const { body } = await client.send({ method: 'GET', path: `${type.path}/${id}` });
	return customFieldsIn(body) ?? [];
}

/** From the response to the PUT; from the record itself where that does not tell. */
const customFieldsAfter = async (
	client: ApiClient,
	type: RecordType,
	id: number,
	{ body }: ApiResponse,
): Promise<IDataObject[]> => customFieldsIn(body) ?? (await readCustomFields(client, type, id));

function customFieldsIn(body: unknown): IDataObject[] | undefined {
	const list = rowsOf(body)[0]?.CUSTOMFIELDS;
	return Array.isArray(list) ? list.filter(isObject) : undefined;
}

const hasValue = (value: unknown): boolean =>
	value !== undefined && value !== null && value !== '' && value !== false;

const valuesByName = (entries: IDataObject[]): Map<string, unknown> =>
	new Map(entries.map(({ FIELD_NAME, FIELD_VALUE }) => [String(FIELD_NAME), FIELD_VALUE]));
