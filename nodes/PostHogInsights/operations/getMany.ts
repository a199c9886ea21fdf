import type { IDataObject } from 'n8n-workflow';

import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import type { ItemContext } from '../../shared/form/itemContext';
import type { Operation } from '../../shared/operations/types';
import type { ApiRequest } from '../../shared/request/types';
import { insightList } from '../api/paging';
import { listFilter } from '../fields/listFilter';
import { csvItems, FORMAT_OPTIONS, isCsv } from '../output/csv';
import { insightOutput } from '../output/insights';
import { insightFields } from '../output/outputFields';
import { projectPath, readProject } from '../resources/project';
import { csvPages } from './csvPages';
import { wholeList } from './wholeList';

export const getManyInsights: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many insights',
	description: 'List insights, or find them by text, author, tag, dashboard, type or date',
	endpoints: ['GET /api/projects/{project_id}/insights/'],
	outputFields: insightFields,
	parameters: ['project', 'returnAll', 'limit', 'filters'],
	options: [
		'ascending',
		...FORMAT_OPTIONS,
		'withResults',
		'orderBy',
		'refresh',
		...OUTPUT_OPTIONS,
		'simplify',
	],
	perform: async (item, client) => {
		const { query, keep } = listFilter(item, item.collection('filters'));
		const request: ApiRequest = {
			method: 'GET',
			path: projectPath(readProject(item), '/insights/'),
			query: { ...query, ...listQuery(item) },
		};
		return isCsv(item)
			? await csvPages(client, item, request)
			: await wholeList(client, item, request, insightList({ mayReorder: mayReorder(item) }), keep);
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
	const { ascending, refresh, withResults } = item.collection('options');
	const isFull = withResults === true || (typeof refresh === 'string' && refresh !== '');
	return {
		order: `${ascending === true ? '' : '-'}${orderOf(item)}`,
		...(isFull ? {} : { basic: true }),
		...(refresh ? { refresh } : {}),
	};
}

const orderOf = (item: ItemContext): string =>
	String(item.collection('options').orderBy ?? '') || 'created_at';

/** What an insight is sorted by can change while the list is read, unless it is the moment of its creation. */
const mayReorder = (item: ItemContext): boolean => !['created_at', 'id'].includes(orderOf(item));
