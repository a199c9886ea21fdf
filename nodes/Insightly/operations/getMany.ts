import type { IDataObject } from 'n8n-workflow';

import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import { rowsOrHint } from '../../shared/form/hints';
import type { ItemContext } from '../../shared/form/itemContext';
import { wantedRows } from '../../shared/form/limit';
import type { Endpoint, Paging } from '../../shared/operations/types';
import { isRowList, rowsOf } from '../../shared/request/rows';
import type { ApiRequest } from '../../shared/request/types';
import { readPages } from '../api/paging';
import { readConditions } from '../fields/conditions';
import { recordShape } from '../output/records';
import { hasFeature, resolveType, type RecordType } from '../resources/types';
import { forType } from './forType';
import {
	briefQuery,
	keptSince,
	pageOptions,
	readSkip,
	readUpdatedSince,
	sinceQuery,
} from './listFilters';
import type { InsightlyOperation } from './types';

/** The list, `/Search` when a field or a moment is given, `/SearchByTag` when a tag is. */
export const getManyRecords = (type: RecordType): InsightlyOperation => ({
	...forType(type, ...listParametersOf(type)),
	options: listOptionsOf(type),
	value: 'getMany',
	name: 'Get Many',
	action: `Get many ${type.plural}`,
	description: listDescription(type),
	endpoints: [
		`GET ${type.path}`,
		...(type.isSearchable ? [`GET ${type.path}/Search` as Endpoint] : []),
		...(hasFeature(type, 'tags') ? [`GET ${type.path}/SearchByTag` as Endpoint] : []),
	],
	request: (item) => listRequest(item, resolveType(type, item)),
	paging: type.listing === 'whole' ? wholeList(type) : pagesOf(type),
});

/** A list that the API gives in one piece. */
const wholeList =
	(type: RecordType): Paging =>
	async (client, request, item) =>
		rowsOf((await client.send({ ...request, accepts: isRowList })).body)
			.slice(0, wantedRows(item))
			.map(recordShape(item, type));

const pagesOf =
	(type: RecordType): Paging =>
	async (client, request, item) =>
		rowsOrHint(
			item.functions,
			'Insightly',
			await readPages(
				client,
				request,
				{ ...type, isFiltered: request.path !== type.path },
				{
					limit: wantedRows(item),
					skip: readSkip(item),
					shape: recordShape(item, type),
					...keptSince(item, type),
				},
			),
		);

/** Types that are named in the form have one field more at the top, so Simplify moves into the options. */
function listParametersOf(type: RecordType): string[] {
	const filters = type.isSearchable ? ['filters'] : [];
	return ['returnAll', 'limit', ...filters, ...(type.named ? [] : ['simplify'])];
}

const listOptionsOf = (type: RecordType): string[] => [
	...OUTPUT_OPTIONS,
	...pageOptions(type),
	...(type.named ? ['simplify'] : []),
	...(type.listOptions ?? []),
];

function listDescription(type: RecordType): string {
	if (!type.isSearchable) return `List ${type.plural}`;
	const ways = ['a field', ...(hasFeature(type, 'tags') ? ['a tag'] : []), 'their last change'];
	const last = ways.pop();
	return `List ${type.plural}, or find them by ${ways.join(', ')} or ${last}`;
}

function listRequest(item: ItemContext, type: RecordType): ApiRequest {
	const { field, tag } = readConditions(item, type);
	const since = readUpdatedSince(item, type);
	const query: IDataObject = briefQuery(item);
	// By tag the server knows no moment: `keptSince` leaves out what was not changed since.
	if (tag !== undefined) return listAt(type, '/SearchByTag', { ...query, tagName: tag });
	if (field === undefined && since === undefined) {
		return listAt(type, '', { ...query, ...type.listQuery?.(item.collection('options')) });
	}
	return listAt(type, '/Search', {
		...query,
		...(field ? { field_name: field.name, field_value: field.value } : {}),
		...sinceQuery(since),
	});
}

const listAt = (type: RecordType, suffix: string, query: IDataObject): ApiRequest => ({
	method: 'GET',
	path: `${type.path}${suffix}`,
	query,
});
