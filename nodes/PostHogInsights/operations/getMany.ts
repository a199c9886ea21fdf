import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { wantedRows } from '../../shared/form/limit';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { ApiRequest } from '../../shared/request/types';
import { insightPaging } from '../api/paging';
import { listFilter } from '../fields/listFilter';
import { CSV_REQUEST, csvItems, csvRow, FORMAT_OPTIONS, isCsv } from '../output/csv';
import { insightOutput } from '../output/insights';
import { insightFields } from '../output/outputFields';
import { projectPath, readProject } from '../resources/project';
import { wholeList } from './wholeList';

export const getManyInsights: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many insights',
	description: 'List insights, or find them by text, author, tag, dashboard, type or date',
	endpoints: ['GET /api/projects/{project_id}/insights/'],
	outputFields: insightFields,
	parameters: ['project', 'returnAll', 'limit', 'filters'],
	options: ['ascending', ...FORMAT_OPTIONS, 'withResults', 'orderBy', 'refresh', 'simplify'],
	perform: async (item, client) => {
		const { query, keep } = listFilter(item, item.collection('filters'));
		const request: ApiRequest = {
			method: 'GET',
			path: projectPath(readProject(item), '/insights/'),
			query: { ...query, ...listQuery(item) },
		};
		return isCsv(item)
			? await csvPages(client, request, wantedRows(item))
			: await wholeList(client, item, request, insightPaging, keep);
	},
	output: async (result, item, client) =>
		isCsv(item)
			? await csvItems(result.rows, item, 'insights')
			: insightOutput(result, item, client),
};

/**
 * Without an order PostHog sorts by a column that is mostly empty, and pages overlap; so it is always sent. Newest first
 * by creation is the order that changes least while pages are read.
 */
function listQuery(item: ItemContext): IDataObject {
	const { orderBy, ascending, refresh, withResults } = item.collection('options');
	const isFull = withResults === true || (typeof refresh === 'string' && refresh !== '');
	return {
		order: `${ascending === true ? '' : '-'}${String(orderBy ?? '') || 'created_at'}`,
		...(isFull ? {} : { basic: true }),
		...(refresh ? { refresh } : {}),
	};
}

/** One file for each page: PostHog's CSV of a list is a single row that holds the whole page. */
async function csvPages(
	client: ApiClient,
	request: ApiRequest,
	limit = Infinity,
): Promise<IDataObject[]> {
	const wanted = Math.min(limit, await countRows(client, request));
	const texts: IDataObject[] = [];
	for (let offset = 0; offset < wanted; offset += insightPaging.maxPageSize) {
		const size = Math.min(insightPaging.maxPageSize, wanted - offset);
		const { body } = await client.send({
			...request,
			...CSV_REQUEST,
			query: { ...request.query, format: 'csv', limit: size, offset },
		});
		texts.push(csvRow(body));
	}
	return texts;
}

async function countRows(client: ApiClient, request: ApiRequest): Promise<number> {
	const query: IDataObject = { ...request.query, basic: true, limit: 1 };
	delete query.refresh;
	const response = await client.send({ ...request, query });
	return insightPaging.total(response) ?? 0;
}
