import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { rowsOf } from '../../shared/request/rows';
import type { Operation } from '../../shared/operations/types';
import { insightPath, LOOK_UP, readInsight, sendAboutInsight } from '../resources/insightRef';
import { insightItems } from '../output/insights';
import { readProject } from '../resources/project';
import { csvItems, csvRow, isCsv } from './csv';
import { jsonObjectOption } from './jsonOption';
import { fullInsightOutput } from '../output/outputFields';

export const getInsight: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get insight',
	description: 'Read one insight: its name, query, tags and dashboards',
	endpoints: ['GET /api/projects/{project_id}/insights/{id}/', LOOK_UP],
	outputFields: fullInsightOutput,
	parameters: ['project', 'insight', 'getOptions'],
	preSend: (item) => ({
		method: 'GET',
		path: insightPath(readInsight(item)),
		query: retrieveQuery(item),
		...(isCsv(item) ? { responseType: 'text' as const, headers: { Accept: 'text/csv' } } : {}),
	}),
	paginate: async (client, request, item) => {
		const { body } = await sendAboutInsight(client, readInsight(item), (ref) => ({
			...request,
			path: insightPath(ref),
		}));
		return isCsv(item) ? [csvRow(body)] : rowsOf(body);
	},
	postReceive: async (answer, item, client) =>
		isCsv(item)
			? await csvItems(answer.rows, item, 'insight')
			: insightItems(answer, item, client.baseUrl, readProject(item)),
};

/**
 * Query parameters of a single insight, from the form's options.
 * @throws NodeOperationError for overrides that are not JSON objects, and a dashboard that is no ID.
 */
export function retrieveQuery(item: ItemContext): IDataObject {
	const options = item.collection('options');
	const query: IDataObject = {};
	const dashboard = String(options.fromDashboard ?? '').trim();
	if (dashboard !== '') {
		if (!/^\d{1,12}$/.test(dashboard)) {
			throw item.refuse(
				`"${dashboard.slice(0, 60)}" is not the ID of a dashboard`,
				'Give the number after /dashboard/ in your browser.',
			);
		}
		query.from_dashboard = Number(dashboard);
	}
	for (const [name, label, parameter] of OVERRIDES) {
		const override = jsonObjectOption(item, name, label, '{"date_from": "-30d"}');
		if (override) query[parameter] = JSON.stringify(override);
	}
	if (options.refresh) query.refresh = options.refresh;
	if (isCsv(item)) query.format = 'csv';
	return query;
}

const OVERRIDES = [
	['filtersOverride', 'Filters Override', 'filters_override'],
	['variablesOverride', 'Variables Override', 'variables_override'],
] as const;
