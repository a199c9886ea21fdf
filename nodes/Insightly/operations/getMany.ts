import type { IDataObject } from 'n8n-workflow';

import { parseMoment } from '../../shared/fields/dates';
import type { ItemContext } from '../../shared/operations/itemContext';
import { wantedRows } from '../../shared/operations/limit';
import { rowsOf } from '../../shared/operations/run';
import type { Endpoint, Operation } from '../../shared/operations/types';
import { offsetPaginate, type OffsetPaging } from '../../shared/request/paginate';
import type { ApiRequest } from '../../shared/request/types';
import { formatUtc, parseUtc } from '../layout';
import { recordPostReceive } from '../output';
import type { RecordType } from '../recordTypes';

/** `top` and `skip`; more than 500 is clamped, not refused (*observed*). Lists come in ascending ID (*observed*). */
export const insightlyPaging: OffsetPaging = {
	sizeParameter: 'top',
	offsetParameter: 'skip',
	maxPageSize: 500,
	rows: ({ body }) => rowsOf(body),
	totalRequest: { count_total: true },
	total: ({ headers }) => {
		const total = Number(headers['x-total-count'] ?? NaN);
		return Number.isInteger(total) ? total : undefined;
	},
};

/** The list, `/Search` when a field or a moment is given, `/SearchByTag` when a tag is. */
export const getManyRecords = (type: RecordType): Operation => ({
	value: 'getMany',
	name: 'Get Many',
	action: `Get many ${type.plural}`,
	description: `List ${type.plural}, or find them by a field, a tag or their last change`,
	endpoints: [
		`GET ${type.path}`,
		...(type.isSearchable ? [`GET ${type.path}/Search` as Endpoint] : []),
		...(type.isTaggable ? [`GET ${type.path}/SearchByTag` as Endpoint] : []),
	],
	parameters: [
		'returnAll',
		'limit',
		...(type.isSearchable ? ['filters'] : []),
		'listOptions',
		'simplify',
	],
	preSend: (item) => listRequest(item, type),
	paginate: async (client, request, item) => {
		const { skip } = item.collection('options');
		const since = updatedSince(item);
		return await offsetPaginate(client, request, insightlyPaging, {
			limit: wantedRows(item),
			skip: Math.max(0, Number(skip ?? 0)),
			key: (row) => (row[type.idKey] === undefined ? undefined : String(row[type.idKey])),
			...(since === undefined ? {} : { keep: (row) => isSince(row, type, since) }),
		});
	},
	postReceive: recordPostReceive,
});

function listRequest(item: ItemContext, type: RecordType): ApiRequest {
	const { fieldName, fieldValue, tag } = item.collection('filters');
	const field = String(fieldName ?? '').trim();
	const value = String(fieldValue ?? '');
	const since = updatedSince(item);
	const query: IDataObject = item.collection('options').brief === true ? { brief: true } : {};

	if ((field === '') !== (value === '')) {
		throw item.refuse(
			field === '' ? 'The filter has a value but no field' : 'The filter has a field but no value',
			'Insightly searches by a field and its exact value: give both, or neither.',
		);
	}
	if (tag) {
		if (field !== '' || since !== undefined) throw refuseCombined(item);
		return request(type, '/SearchByTag', { ...query, tagName: String(tag) });
	}
	if (field === '' && since === undefined) return request(type, '', query);
	return request(type, '/Search', {
		...query,
		...(field === '' ? {} : { field_name: field, field_value: value }),
		...(since === undefined ? {} : { updated_after_utc: formatUtc(since - ONE_SECOND) }),
	});
}

const request = (type: RecordType, suffix: string, query: IDataObject): ApiRequest => ({
	method: 'GET',
	path: `${type.path}${suffix}`,
	query,
});

const refuseCombined = (item: ItemContext) =>
	item.refuse(
		'A tag cannot be combined with other filters',
		'Insightly searches by tag or by field, not by both. Search by tag and filter the result, or the other way round.',
	);

/**
 * Lists ignore `updated_after_utc`; `/Search` takes it as strictly after, in whole seconds (*observed*). So one second
 * less is asked for, and what is older is dropped here, which is right under both readings.
 */
const ONE_SECOND = 1_000;

function updatedSince(item: ItemContext): number | undefined {
	const { updatedSince: value } = item.collection('filters');
	if (value === undefined || value === null || value === '') return undefined;
	const moment = parseMoment(value, item.timezone);
	if (moment !== undefined) return Math.floor(moment / ONE_SECOND) * ONE_SECOND;
	throw item.refuse(
		`"${String(value).slice(0, 60)}" in Updated Since is not a date`,
		'Write it like 2026-01-31 or 2026-01-31T14:30:00Z.',
	);
}

function isSince(row: IDataObject, type: RecordType, since: number): boolean {
	const changed = parseUtc(row[type.updatedKey ?? '']) ?? parseUtc(row[type.createdKey ?? '']);
	return changed === undefined || changed >= since;
}
