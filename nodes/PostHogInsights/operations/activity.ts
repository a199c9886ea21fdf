import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { wantedRows } from '../../shared/form/limit';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { offsetPaginate } from '../../shared/request/paginate';
import type { ApiRequest } from '../../shared/request/types';
import { simplifyActivity } from '../output/activityEntry';
import {
	insightPath,
	LOOK_UP,
	readInsight,
	sendAboutInsight,
	type InsightRef,
} from '../resources/insightRef';
import { activityPaging, rowKey } from '../api/paging';
import { isSimple } from '../output/insights';
import { projectPath, readProject } from '../resources/project';
import { activityOutput } from '../output/outputFields';

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
	outputFields: activityOutput,
	parameters: ['project', 'activityOf', 'activityInsight', 'returnAll', 'limit', 'activityOptions'],
	preSend: (item) => ({
		method: 'GET',
		path: isOfOne(item)
			? activityPath(readInsight(item))
			: projectPath(readProject(item), '/insights/activity/'),
	}),
	paginate: async (client, request, item) => {
		const kinds = item.collection('options').activities;
		const wanted = Array.isArray(kinds) && kinds.length > 0 ? (kinds as string[]) : undefined;
		return await offsetPaginate(client, await knownPath(client, request, item), activityPaging, {
			limit: wantedRows(item),
			key: rowKey,
			...(wanted ? { keep: ({ activity }) => wanted.includes(String(activity)) } : {}),
		});
	},
	postReceive: ({ rows }, item) => {
		const shown = isSimple(item) ? simplifyActivity : (row: IDataObject) => row;
		return rows.map((row) => ({ json: shown(row) }));
	},
};

const isOfOne = (item: ItemContext): boolean => item.text('activityOf') === 'insight';

const activityPath = (ref: InsightRef): string => insightPath(ref, 'activity/');

/** One small request finds out under which of its names the server knows the insight. */
async function knownPath(
	client: ApiClient,
	request: ApiRequest,
	item: ItemContext,
): Promise<ApiRequest> {
	if (!isOfOne(item) || /^\d+$/.test(item.locator('insight'))) return request;
	let path = request.path;
	await sendAboutInsight(client, readInsight(item), (ref) => {
		path = activityPath(ref);
		return { ...request, path, query: { limit: 1, page: 1 } };
	});
	return { ...request, path };
}
