import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest } from '../../shared/request/types';
import { idOf, readList, recordIn } from '../api/envelope';
import { RECORD_OPTIONS, recordOutput } from '../output/records';
import { objectOf, outputOf, singularOf, type RecordType } from '../resources/types';
import { recordId, recordPath, withName } from './path';

/**
 * GET by ID: "the record or nothing" (API v4 page), so nothing means that there is none. Users are found in their list,
 * because nobody reads them by ID, and a call that is refused can send the administrator an e-mail.
 */
export const getRecord = (type: RecordType): Operation => ({
	value: 'get',
	name: 'Get',
	action: `Get ${singularOf(type)}`,
	description: `Get one ${singularOf(type)}`,
	endpoints: [type.isReadOnly ? `GET /${type.object}` : `GET /${type.object}/{id}`],
	outputFields: outputOf(type),
	parameters: withName(type, ['record']),
	options: [...RECORD_OPTIONS, ...(type.hasLines ? ['includeLines'] : [])],
	request: (item) => (type.isReadOnly ? inList(item, type) : byId(item, type)),
	output: ({ rows }, item, client) => {
		const id = recordId(item, type);
		const envelopes = type.isReadOnly ? readList(rows[0]).envelopes : rows;
		return recordOutput(type)({ rows: [requested(envelopes, id, item, client, type)] }, item);
	},
});

/**
 * The record that was asked for, in its envelope. Spotler may answer nothing at all instead of an error.
 * @throws NodeOperationError when it is not there; NodeApiError when another one came
 */
export function requested(
	envelopes: readonly IDataObject[],
	id: number,
	item: ItemContext,
	client: ApiClient,
	type: RecordType,
): IDataObject {
	const found = envelopes.find((envelope) => recordIn(envelope) !== undefined);
	if (!found) {
		throw item.refuse(
			`Spotler CRM has no such ${singularOf(type)}`,
			`Check the ID in "/${objectOf(item, type)}/${id}". The record may have been deleted, or the user of the token may not see it.`,
		);
	}
	const foundId = idOf(recordIn(found));
	if (foundId === String(id)) return found;
	throw client.apiError({
		message: `Spotler CRM answered with another ${singularOf(type)} than the one that was asked for`,
		description: `Asked for was ID ${id}, and what came has ID ${foundId ?? 'none'}. Run the item again.`,
	});
}

const byId = (item: ItemContext, type: RecordType): ApiRequest => ({
	method: 'GET',
	path: recordPath(item, type),
	...(type.hasLines && item.collection('options').includeLines === true
		? { query: { lines: 'true' } }
		: {}),
});

const inList = (item: ItemContext, type: RecordType): ApiRequest => ({
	method: 'GET',
	path: `/${objectOf(item, type)}`,
	query: { q: JSON.stringify({ id: recordId(item, type) }), limit: 1 },
});
