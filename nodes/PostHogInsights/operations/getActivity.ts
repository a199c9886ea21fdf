import type { ItemContext } from '../../shared/form/itemContext';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { activityList } from '../api/paging';
import { activityOutput, activityOfKinds } from '../output/activity';
import { activityFields } from '../output/outputFields';
import { insightActivityPath, projectActivityPath } from '../resources/activity';
import { isNumbered, LOOK_UP, readInsight, sendAboutInsight } from '../resources/insight';
import { readProject } from '../resources/project';
import { wholeList } from './wholeList';

/** Who changed what, newest first. Insights without any name are not logged (PostHog's activity log). */
export const getActivity: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many activity entries',
	description: 'List who changed which insight and what, newest first',
	endpoints: [
		'GET /api/projects/{project_id}/insights/activity/',
		'GET /api/projects/{project_id}/insights/{id}/activity/',
		LOOK_UP,
	],
	outputFields: activityFields,
	parameters: ['project', 'activityOf', 'activityInsight', 'returnAll', 'limit'],
	options: ['activities', 'activityFields', 'fieldsForAgents', 'simplify'],
	perform: async (item, client) => {
		const keep = activityOfKinds(item.collection('options').activities);
		const path = await activityPath(item, client);
		return await wholeList(client, item, { method: 'GET', path }, activityList, keep);
	},
	output: activityOutput,
};

/** One small request finds out under which of its names the server knows the insight. */
async function activityPath(item: ItemContext, client: ApiClient): Promise<string> {
	if (item.text('activityOf') !== 'insight') return projectActivityPath(readProject(item));
	const named = readInsight(item);
	let path = insightActivityPath(named);
	if (isNumbered(named)) return path;
	await sendAboutInsight(client, named, (ref) => {
		path = insightActivityPath(ref);
		return { method: 'GET', path, query: { limit: 1, page: 1 } };
	});
	return path;
}
