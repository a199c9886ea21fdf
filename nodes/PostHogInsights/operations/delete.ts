import type { Operation } from '../../shared/operations/types';
import { deletedInsightFields } from '../output/outputFields';
import { insightKey, insightPath, LOOK_UP, readInsight } from '../resources/insight';
import { patchInsight } from './patch';

/** Deleting is marking as deleted; the verb DELETE is refused with 405 (PostHog API page). */
export const deleteInsight: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete insight',
	description: 'Move an insight to the trash, from where it can be restored',
	endpoints: [
		'PATCH /api/projects/{project_id}/insights/{id}/',
		'DELETE /api/projects/{project_id}/insights/{id}/',
		LOOK_UP,
	],
	outputFields: deletedInsightFields,
	parameters: ['project', 'insight', 'deleteMethod'],
	mutexKey: insightKey,
	perform: async (item, client) =>
		item.text('method') === 'original'
			? await client.send({ method: 'DELETE', path: insightPath(readInsight(item)) })
			: await patchInsight(client, item, { deleted: true }),
	output: ({ rows: [insight] }) => [
		{
			json: {
				deleted: true,
				...(insight?.id === undefined ? {} : { id: insight.id, short_id: insight.short_id }),
			},
		},
	],
};
