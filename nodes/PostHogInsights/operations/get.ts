import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import type { Operation } from '../../shared/operations/types';
import { rowsOf } from '../../shared/request/rows';
import { CONTEXT_OPTIONS, retrieveQuery } from '../fields/retrieveQuery';
import { CSV_REQUEST, csvItems, csvRow, FORMAT_OPTIONS, isCsv } from '../output/csv';
import { insightOutput } from '../output/insights';
import { fullInsightFields } from '../output/outputFields';
import {
	insightPath,
	isInsightOf,
	LOOK_UP,
	readInsight,
	sendAboutInsight,
} from '../resources/insight';

export const getInsight: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get insight',
	description: 'Read one insight: its name, query, tags and dashboards',
	endpoints: ['GET /api/projects/{project_id}/insights/{id}/', LOOK_UP],
	outputFields: fullInsightFields,
	parameters: ['project', 'insight'],
	options: [...CONTEXT_OPTIONS, ...FORMAT_OPTIONS, 'refresh', ...OUTPUT_OPTIONS, 'simplify'],
	perform: async (item, client) => {
		const query = retrieveQuery(item);
		const { body } = await sendAboutInsight(client, readInsight(item), (ref) => ({
			method: 'GET',
			path: insightPath(ref),
			query: isCsv(item) ? { ...query, format: 'csv' } : query,
			...(isCsv(item) ? CSV_REQUEST : { accepts: isInsightOf(ref) }),
		}));
		return isCsv(item) ? [csvRow(body)] : rowsOf(body);
	},
	output: async (result, item, client) =>
		isCsv(item)
			? await csvItems(result.rows, item, 'insight')
			: insightOutput(result, item, client),
};
