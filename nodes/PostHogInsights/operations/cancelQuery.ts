import type { Operation } from '../../shared/operations/types';
import { projectPath, readProject } from '../resources/project';
import { cancelledOutput } from '../output/outputFields';

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
	outputFields: cancelledOutput,
	parameters: ['project', 'queryId', 'cancelMethod'],
	preSend: (item) => {
		const project = readProject(item);
		const id = item.text('queryId');
		if (id === '') {
			throw item.refuse(
				'The query ID is missing',
				'Get Result returns it as query_status.id when Wait for Result and Simplify are switched off.',
			);
		}
		return item.text('method') === 'original'
			? {
					method: 'POST',
					path: projectPath(project, '/insights/cancel/'),
					body: { client_query_id: id },
				}
			: { method: 'DELETE', path: projectPath(project, `/query/${encodeURIComponent(id)}/`) };
	},
	paginate: async (client, request, item) => {
		await client.send(request);
		return [{ cancelled: true, query_id: item.text('queryId') }];
	},
};
