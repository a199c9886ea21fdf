import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { wantedRows } from '../../shared/form/limit';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { offsetPaginate } from '../../shared/request/paginate';
import type { ApiRequest } from '../../shared/request/types';
import { listFilter } from '../fields/listFilter';
import { insightPaging, rowKey } from '../api/paging';
import { insightItems } from '../output/insights';
import { projectPath, readProject } from '../resources/project';
import { csvItems, csvRow, isCsv } from './csv';
import { insightOutput } from '../output/outputFields';

export const getManyInsights: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many insights',
	description: 'List insights, or find them by text, author, tag, dashboard, type or date',
	endpoints: ['GET /api/projects/{project_id}/insights/'],
	outputFields: insightOutput,
	parameters: ['project', 'returnAll', 'limit', 'filters', 'listOptions'],
	preSend: (item) => ({
		method: 'GET',
		path: projectPath(readProject(item), '/insights/'),
		query: { ...listFilter(item, item.collection('filters')).query, ...listQuery(item) },
	}),
	paginate: async (client, request, item) => {
		if (isCsv(item)) return await csvPages(client, request, item);
		const { keep } = listFilter(item, item.collection('filters'));
		return await offsetPaginate(client, request, insightPaging, {
			limit: wantedRows(item),
			key: rowKey,
			...(keep ? { keep } : {}),
		});
	},
	postReceive: async (answer, item, client) =>
		isCsv(item)
			? await csvItems(answer.rows, item, 'insights')
			: insightItems(answer, item, client.baseUrl, readProject(item)),
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
	item: ItemContext,
): Promise<IDataObject[]> {
	const wanted = Math.min(wantedRows(item) ?? Infinity, await countRows(client, request));
	const texts: IDataObject[] = [];
	for (let offset = 0; offset < wanted; offset += insightPaging.maxPageSize) {
		const limit = Math.min(insightPaging.maxPageSize, wanted - offset);
		const { body } = await client.send({
			...request,
			responseType: 'text',
			headers: { Accept: 'text/csv' },
			query: { ...request.query, format: 'csv', limit, offset },
		});
		texts.push(csvRow(body));
	}
	return texts;
}

async function countRows(client: ApiClient, request: ApiRequest): Promise<number> {
	const query: IDataObject = { ...request.query, basic: true, limit: 1 };
	delete query.refresh;
	const answer = await client.send({ ...request, query });
	return insightPaging.total?.(answer) ?? 0;
}
