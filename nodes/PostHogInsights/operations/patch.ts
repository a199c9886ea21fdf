import type { IDataObject } from 'n8n-workflow';

import { NOTHING_SENT } from '../../shared/form/hints';
import type { ItemContext } from '../../shared/form/itemContext';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import type { ApiResponse } from '../../shared/request/types';
import { insightOutput } from '../output/insights';
import { fullInsightFields } from '../output/outputFields';
import {
	insightKey,
	insightPath,
	isInsightOf,
	LOOK_UP,
	readInsight,
	sendAboutInsight,
} from '../resources/insight';

/** Changes an insight by PATCH, which leaves what is not sent as it is. */
export const patchInsight = async (
	client: ApiClient,
	item: ItemContext,
	body: IDataObject,
): Promise<ApiResponse> =>
	await sendAboutInsight(client, readInsight(item), (ref) => ({
		method: 'PATCH',
		path: insightPath(ref),
		accepts: isInsightOf(ref),
		body,
	}));

/** An operation whose whole effect is one PATCH; with nothing to change, the insight is read. */
export const patchOperation = (
	about: Pick<Operation, 'value' | 'name' | 'action' | 'description' | 'parameters' | 'options'>,
	bodyOf: (item: ItemContext) => IDataObject,
): Operation => ({
	...about,
	endpoints: [
		'PATCH /api/projects/{project_id}/insights/{id}/',
		'GET /api/projects/{project_id}/insights/{id}/',
		LOOK_UP,
	],
	outputFields: fullInsightFields,
	mutexKey: insightKey,
	perform: async (item, client) => {
		const body = bodyOf(item);
		if (Object.keys(body).length > 0) return await patchInsight(client, item, body);
		item.hint(NOTHING_SENT);
		return await sendAboutInsight(client, readInsight(item), (ref) => ({
			method: 'GET',
			path: insightPath(ref),
		}));
	},
	output: insightOutput,
});
