import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import type { Operation } from '../../shared/operations/types';
import type { ApiRequest } from '../../shared/request/types';
import { readList, recordIn } from '../api/envelope';
import { recordOutput } from '../output/records';
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
	parameters: withName(type, ['record', type.hasLines ? 'linesOptions' : 'readOptions']),
	request: (item) => (type.isReadOnly ? inList(item, type) : byId(item, type)),
	output: ({ rows }, item) => {
		const id = recordId(item, type);
		const envelopes = type.isReadOnly ? readList(rows[0]).envelopes : rows;
		const found = envelopes.filter((envelope) => isRecord(recordIn(envelope), type, id));
		if (found.length > 0) return recordOutput({ rows: found.slice(0, 1) }, item);
		throw item.refuse(
			`Spotler CRM has no such ${singularOf(type)}`,
			`Check the ID in "/${objectOf(item, type)}/${id}". The record may have been deleted, or the user of the token may not see it.`,
		);
	},
});

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

/** A list that ignored the filter must not pass for the record that was asked for. */
const isRecord = (record: IDataObject | undefined, type: RecordType, id: number): boolean =>
	record !== undefined && (!type.isReadOnly || Number(record.id) === id);
