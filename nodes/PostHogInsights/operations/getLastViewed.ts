import { OUTPUT_OPTIONS } from '../../shared/description/outputOptions';
import type { Operation } from '../../shared/operations/types';
import { rowsOf } from '../../shared/request/rows';
import { pageOf } from '../api/paging';
import { insightOutput } from '../output/insights';
import { insightFields } from '../output/outputFields';
import { projectPath, readProject } from '../resources/project';

/** How many the original endpoint gives. */
const LAST_VIEWED = 5;

/**
 * The endpoint of that name has no scope, so keys are refused; the list in the order of the last view gives the same
 * (PostHog's permission classes and insight API).
 */
export const getLastViewed: Operation = {
	value: 'getLastViewed',
	name: 'Get Last Viewed',
	action: 'Get last viewed insights',
	description: 'List the five insights that were viewed last',
	endpoints: [
		'GET /api/projects/{project_id}/insights/',
		'GET /api/projects/{project_id}/insights/my_last_viewed/',
	],
	outputFields: insightFields,
	parameters: ['project', 'lastViewedMethod'],
	options: [...OUTPUT_OPTIONS, 'simplify'],
	perform: async (item, client) => {
		const project = readProject(item);
		if (item.text('method') === 'original') {
			const path = projectPath(project, '/insights/my_last_viewed/');
			return rowsOf((await client.send({ method: 'GET', path })).body);
		}
		const list = await client.send({
			method: 'GET',
			path: projectPath(project, '/insights/'),
			query: { order: '-last_viewed_at', basic: true, limit: LAST_VIEWED },
		});
		return pageOf(list).rows.filter((row) => Boolean(row.last_viewed_at));
	},
	output: insightOutput,
};
