import type { IDataObject } from 'n8n-workflow';

import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import { readOnly, text } from '../../shared/fields/define';
import { readId } from '../../shared/form/recordId';
import type { Endpoint } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { isObject, rowsOf } from '../../shared/request/rows';
import type { ApiRequest, ApiResponse } from '../../shared/request/types';
import { recordOutput } from '../output/records';
import { nameInText, offers, resolveType, type RecordType } from '../resources/types';
import { forType } from './forType';
import type { InsightlyOperation } from './types';

/** GET by ID. */
export const getRecord = (type: RecordType): InsightlyOperation => ({
	...forType(type, 'record', 'simplify'),
	outputFields: [...type.fields, ...readOnly(text('ETag'))],
	options: OUTPUT_OPTIONS,
	value: 'get',
	name: 'Get',
	action: `Get ${nameInText(type)}`,
	description: `Get one ${nameInText(type)}, with its ETag`,
	endpoints: [`GET ${type.path}/{id}`],
	request: (item) => byId(resolveType(type, item), readId(item, 'recordId', nameInText(type))),
	output: recordOutput(type),
});

const byId = ({ path, idKey }: RecordType, id: number): ApiRequest => ({
	method: 'GET',
	path: `${path}/${id}`,
	accepts: (body) => isObject(body) && Number(body[idKey]) === id,
});

/** How one record is read: by its ID, or from its list where the API has no other way. */
export const readEndpoint = (type: RecordType): Endpoint =>
	offers(type, 'get') ? `GET ${type.path}/{id}` : `GET ${type.path}`;

/** A record as it is now. */
export async function readRecord(
	client: ApiClient,
	type: RecordType,
	id: number,
): Promise<ApiResponse | IDataObject[]> {
	if (offers(type, 'get')) return await client.send(byId(type, id));
	const { body } = await client.send({ method: 'GET', path: type.path });
	return rowsOf(body).filter((row) => row[type.idKey] === id);
}
