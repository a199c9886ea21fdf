import type { IDataObject } from 'n8n-workflow';

import { parseMoment } from '../../shared/fields/dates';
import type { ItemContext } from '../../shared/form/itemContext';
import { wantedRows } from '../../shared/form/limit';
import { rowsOf } from '../../shared/request/rows';
import type { Endpoint } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { offsetPaginate, type ListOptions, type OffsetPaging } from '../../shared/request/paginate';
import type { ApiRequest } from '../../shared/request/types';
import { inAccount } from '../resources/customObjects';
import { formatUtc, parseUtc } from '../api/formats';
import { recordOutput } from '../output/records';
import type { RecordType } from '../resources/types';
import { customObjectRecord } from '../resources/customObjectRecord';
import { forType } from './forType';
import type { InsightlyOperation } from './types';

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
export const getManyRecords = (type: RecordType): InsightlyOperation => ({
	...forType(type, ...listParametersOf(type)),
	value: 'getMany',
	name: 'Get Many',
	action: `Get many ${type.plural}`,
	description: listDescription(type),
	endpoints: [
		`GET ${type.path}`,
		...(type.isSearchable ? [`GET ${type.path}/Search` as Endpoint] : []),
		...(type.isTaggable ? [`GET ${type.path}/SearchByTag` as Endpoint] : []),
	],
	preSend: (item) => listRequest(item, inAccount(item, type)),
	paginate: async (client, request, item) => {
		if (type.listing === 'whole') return await wholeList(client, request, item);
		return await offsetPaginate(client, request, insightlyPaging, {
			limit: wantedRows(item),
			skip: readSkip(item),
			key: keyOf(type),
			...keptSince(item, type),
		});
	},
	postReceive: recordOutput,
});

/** Custom object records keep all their choices in one collection: their form has one field more at the top. */
function listParametersOf(type: RecordType): string[] {
	if (type === customObjectRecord) return ['returnAll', 'limit', 'allFilters', 'simplify'];
	return [
		'returnAll',
		'limit',
		...(type.isSearchable ? ['filters'] : []),
		...(type.listing === 'whole' ? [] : ['listOptions']),
		'simplify',
	];
}

function listDescription(type: RecordType): string {
	if (!type.isSearchable) return `List ${type.plural}`;
	const ways = ['a field', ...(type.isTaggable ? ['a tag'] : []), 'their last change'];
	const last = ways.pop();
	return `List ${type.plural}, or find them by ${ways.join(', ')} or ${last}`;
}

/** Names a row by its ID; rows without one are all taken. */
export const keyOf =
	({ idKey }: RecordType) =>
	(row: IDataObject): string | undefined =>
		row[idKey] === undefined ? undefined : String(row[idKey]);

/** A list that the API gives in one piece. */
async function wholeList(
	client: ApiClient,
	request: ApiRequest,
	item: ItemContext,
): Promise<IDataObject[]> {
	const { body } = await client.send(request);
	return rowsOf(body).slice(0, wantedRows(item));
}

/** Filters and options of a list; custom object records and lists below a record keep both in one collection. */
const listChoices = (item: ItemContext): IDataObject => ({
	...item.collection('options'),
	...item.collection('filters'),
});

/** Rows to pass over first. */
export const readSkip = (item: ItemContext): number =>
	Math.max(0, Number(listChoices(item).skip ?? 0));

/** Query parameters that every list with a short form takes. */
export const briefQuery = (item: ItemContext): IDataObject =>
	listChoices(item).brief === true ? { brief: true } : {};

function listRequest(item: ItemContext, type: RecordType): ApiRequest {
	const { fieldName, fieldValue, tag } = item.collection('filters');
	const field = String(fieldName ?? '').trim();
	const value = String(fieldValue ?? '');
	const since = updatedSince(item);
	const query: IDataObject = briefQuery(item);

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
	if (field === '' && since === undefined) {
		const own = type.listQuery?.(item.collection('options'));
		return request(type, '', { ...query, ...own });
	}
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
	const { updatedSince: value } = listChoices(item);
	if (value === undefined || value === null || value === '') return undefined;
	const moment = parseMoment(value, item.timezone);
	if (moment !== undefined) return Math.floor(moment / ONE_SECOND) * ONE_SECOND;
	throw item.refuse(
		`"${String(value).slice(0, 60)}" in Updated Since is not a date`,
		'Write it like 2026-01-31 or 2026-01-31T14:30:00Z.',
	);
}

/** `brief` and `updated_after_utc` of a list below a record, which takes them without a search. */
export function filterQuery(item: ItemContext): IDataObject {
	const since = updatedSince(item);
	return {
		...briefQuery(item),
		...(since === undefined ? {} : { updated_after_utc: formatUtc(since - ONE_SECOND) }),
	};
}

/** Leaves out what changed before Updated Since; for a list without that filter, nothing. */
export function keptSince(
	item: ItemContext,
	{ createdKey = CREATED, updatedKey = UPDATED }: Partial<RecordType> = {},
): Pick<ListOptions, 'keep'> {
	const since = updatedSince(item);
	if (since === undefined) return {};
	return {
		keep: (row) => {
			const changed = parseUtc(row[updatedKey]) ?? parseUtc(row[createdKey]);
			return changed === undefined || changed >= since;
		},
	};
}

const CREATED = 'DATE_CREATED_UTC';

const UPDATED = 'DATE_UPDATED_UTC';
