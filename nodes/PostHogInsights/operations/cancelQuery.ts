import { requiredText } from '../../shared/form/requiredText';
import type { Operation } from '../../shared/operations/types';
import type { ApiRequest } from '../../shared/request/types';
import { cancelledFields } from '../output/outputFields';
import { projectPath, queryPath, readProject } from '../resources/project';

/**
 * Stops a computation. The insights' own endpoint for it has no scope, so keys are refused; the one for queries does the
 * same with the scope query:read (PostHog's query API).
 */
export const cancelQuery: Operation = {
	value: 'cancelQuery',
	name: 'Cancel Query',
	action: 'Cancel query of insight',
	description: 'Stop a computation that is under way',
	endpoints: [
		'DELETE /api/projects/{project_id}/query/{query_id}/',
		'POST /api/projects/{project_id}/insights/cancel/',
	],
	outputFields: cancelledFields,
	parameters: ['project', 'queryId', 'cancelMethod'],
	request: (item) => {
		const project = readProject(item);
		const id = requiredText(
			item,
			'queryId',
			'query ID',
			'Get Result returns it as query_status.id when Wait for Result and Simplify are switched off.',
		);
		return item.text('method') === 'original'
			? refusedRequest(project, id)
			: { method: 'DELETE', path: queryPath(project, id) };
	},
	output: (_result, item) => [{ json: { cancelled: true, query_id: item.text('queryId') } }],
};

const refusedRequest = (project: string, id: string): ApiRequest => ({
	method: 'POST',
	path: projectPath(project, '/insights/cancel/'),
	body: { client_query_id: id },
});
