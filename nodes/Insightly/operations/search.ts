import type { IDataObject } from 'n8n-workflow';

import type { RecordLookup } from '../../shared/operations/recordLookup';
import { isSameText } from '../../shared/operations/matching';
import type { ApiClient } from '../../shared/request/client';
import { unlessNotFound } from '../../shared/request/notFound';
import { isObject, owns, rowsOf } from '../../shared/request/rows';
import type { ApiRequest } from '../../shared/request/types';
import type { RecordType } from '../resources/types';
import { readRecord } from './get';

/** `/Search` by one field: exact match, letter case does not count (*observed*). Answers a list of whole records. */
const searchRequest = (
	{ path }: RecordType,
	field: string,
	value: string,
	top: number,
): ApiRequest => ({
	method: 'GET',
	path: `${path}/Search`,
	query: { field_name: field, field_value: value, top },
});

/** Records in which one field has exactly this value; what plainly has another one is left out. */
export async function searchByField(
	client: ApiClient,
	type: RecordType,
	field: string,
	value: string,
	top: number,
): Promise<IDataObject[]> {
	const { body } = await client.send(searchRequest(type, field, value, top));
	return rowsOf(body).filter((row) => isSameText(valueOf(row, field), value));
}

/** One whole record, with the ETag that came in the header of its response; without keys if its list has it not. */
export async function wholeRecord(
	client: ApiClient,
	type: RecordType,
	id: number,
): Promise<IDataObject> {
	const read = await readRecord(client, type, id);
	if (Array.isArray(read)) return read[0] ?? {};
	const [record = {}] = rowsOf(read.body);
	return read.headers.etag ? { ETag: read.headers.etag, ...record } : record;
}

/** The records of a type, to find one of them by a value. */
export const recordLookup = (client: ApiClient, type: RecordType): RecordLookup => ({
	service: 'Insightly',
	plural: type.plural,
	collection: type.path,
	search: async ({ field, value }, most) =>
		await client.send(searchRequest(type, field, String(value), most)),
	rowsIn: ({ body }) => (Array.isArray(body) && body.every(isObject) ? body : undefined),
	read: async (id) => await unlessNotFound(wholeRecord(client, type, Number(id))),
	idOf: (row) => row[type.idKey],
	valueOf,
});

/** A standard field stands in the record itself, a custom one in its list: `{"FIELD_NAME": …, "FIELD_VALUE": …}`. */
export function valueOf(row: IDataObject, field: string): unknown {
	if (owns(row, field)) return row[field];
	const custom = Array.isArray(row.CUSTOMFIELDS) ? row.CUSTOMFIELDS.filter(isObject) : [];
	return custom.find(({ FIELD_NAME }) => FIELD_NAME === field)?.FIELD_VALUE;
}
