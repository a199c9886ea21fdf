import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/request/rows';

/** The response of a list, read whatever it lacks. */
export interface ListResponse {
	/** `{metadata, record}` each, as the API sends them. */
	envelopes: IDataObject[];
	/** Undefined where the server does not say. */
	hasMore: boolean | undefined;
	/** Number of all matches, not of this page. */
	total: number | undefined;
}

/**
 * Reads the response of a list. Never relies on `metadata.url`: that of lists is singular and leads nowhere.
 *
 * `{"metadata": {"url": "/account", "object_type": "list", "total_count": 100, "has_more": true},
 * "list": [{"metadata": {"url": "/accounts/1", …}, "record": {"id": 1, "name": "test", …}}]}` (API v4 page)
 */
export function readList(body: unknown): ListResponse {
	const metadata = isObject(body) && isObject(body.metadata) ? body.metadata : {};
	const total = Number(metadata.total_count ?? NaN);
	return {
		envelopes: listIn(body)?.filter(isObject) ?? [],
		hasMore: readFlag(metadata.has_more),
		total: Number.isInteger(total) ? total : undefined,
	};
}

/** The entries of a list as they are; undefined when the response is no list at all. */
export function listIn(body: unknown): unknown[] | undefined {
	const list = isObject(body) ? body.list : body;
	return Array.isArray(list) ? list : undefined;
}

function readFlag(value: unknown): boolean | undefined {
	if (value === undefined || value === null) return undefined;
	return value === true || value === 1 || value === '1' || value === 'true';
}

/**
 * The record inside `{"metadata": {…}, "record": {"id": 1, …}}` (API v4 page), or undefined when there is none: reading one may answer `{}` or an empty
 * record instead of 404. Opportunity lines are put into the record wherever they came.
 */
export function recordIn(envelope: unknown): IDataObject | undefined {
	if (!isObject(envelope)) return undefined;
	const isBare = !('record' in envelope) && 'id' in envelope;
	const record = isBare ? envelope : envelope.record;
	if (!isObject(record) || Object.keys(record).length === 0) return undefined;
	const { lines } = envelope;
	return !isBare && Array.isArray(lines) && record.lines === undefined
		? { ...record, lines }
		: record;
}

/** The records of a list, without their envelopes. */
export const recordsIn = (body: unknown): IDataObject[] =>
	readList(body).envelopes.flatMap((envelope) => {
		const record = recordIn(envelope);
		return record ? [record] : [];
	});

/** ID of a record as text; the API's are whole numbers. */
export function idOf(record: IDataObject | undefined): string | undefined {
	const id = record?.id;
	return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined;
}
