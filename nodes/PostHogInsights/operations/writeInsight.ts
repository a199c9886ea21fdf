import type { IDataObject } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import { rowsOf } from '../../shared/request/rows';
import type { Operation } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { insightBody } from '../fields/insightValues';
import { insightPath, LOOK_UP, readInsight, sendAboutInsight } from '../resources/insightRef';
import { insightItems } from '../output/insights';
import { deletedInsightOutput, fullInsightOutput } from '../output/outputFields';
import { projectPath, readProject } from '../resources/project';

export const createInsight: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create insight',
	description: 'Create a new insight from a query',
	endpoints: ['POST /api/projects/{project_id}/insights/'],
	outputFields: fullInsightOutput,
	parameters: ['project', 'name', 'query', 'createFields', 'writeOptions'],
	preSend: (item) => {
		const values: IDataObject = {
			name: item.text('name'),
			query: item.value('query', '{}') as IDataObject['key'],
			...item.collection('additionalFields'),
		};
		const body = insightBody(item, values, 'create');
		if (body.name === '') delete body.name;
		if (Object.keys(body).length === 0) {
			throw item.refuse(
				'There is nothing to create',
				'Give the insight at least a name or a query.',
			);
		}
		return { method: 'POST', path: projectPath(readProject(item), '/insights/'), body };
	},
	postReceive: (answer, item, client) =>
		insightItems(answer, item, client.baseUrl, readProject(item)),
};

/** Names an insight, so that several items that write it take turns. */
const insightKey = (item: ItemContext): string =>
	`insight ${item.locator('project')} ${item.locator('insight')}`;

/** Changes an insight by PATCH, which leaves out alone what is not sent. */
async function patched(
	client: ApiClient,
	item: ItemContext,
	body: IDataObject,
): Promise<IDataObject[]> {
	const answer = await sendAboutInsight(client, readInsight(item), (ref) => ({
		method: 'PATCH',
		path: insightPath(ref),
		body,
	}));
	return rowsOf(answer.body);
}

/** An operation whose whole effect is one PATCH. */
const patchOperation = (
	about: Pick<Operation, 'value' | 'name' | 'action' | 'description' | 'parameters'>,
	bodyOf: (item: ItemContext) => IDataObject,
): Operation => ({
	...about,
	endpoints: ['PATCH /api/projects/{project_id}/insights/{id}/', LOOK_UP],
	outputFields: fullInsightOutput,
	mutexKey: insightKey,
	preSend: (item) => ({
		method: 'PATCH',
		path: insightPath(readInsight(item)),
		body: bodyOf(item),
	}),
	paginate: async (client, { body }, item) => await patched(client, item, body as IDataObject),
	postReceive: (answer, item, client) =>
		insightItems(answer, item, client.baseUrl, readProject(item)),
});

export const updateInsight = patchOperation(
	{
		value: 'update',
		name: 'Update',
		action: 'Update insight',
		description: 'Change an insight; what you do not add stays as it is',
		parameters: ['project', 'insight', 'updateFields', 'writeOptions'],
	},
	(item) => {
		const body = insightBody(item, item.collection('updateFields'), 'update');
		if (Object.keys(body).length > 0) return body;
		throw item.refuse('There is nothing to update', 'Add at least one field to the form.');
	},
);

/** The only request that still finds a deleted insight (PostHog's insight API). */
export const restoreInsight = patchOperation(
	{
		value: 'restore',
		name: 'Restore',
		action: 'Restore insight',
		description:
			'Take a deleted insight back out of the trash; give its ID, because lists leave it out',
		parameters: ['project', 'insight', 'options'],
	},
	() => ({ deleted: false }),
);

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
	outputFields: deletedInsightOutput,
	parameters: ['project', 'insight', 'deleteMethod'],
	mutexKey: insightKey,
	preSend: (item) => {
		const path = insightPath(readInsight(item));
		return item.text('method') === 'original'
			? { method: 'DELETE', path }
			: { method: 'PATCH', path, body: { deleted: true } };
	},
	paginate: async (client, request, item) => {
		if (request.method === 'PATCH') {
			return await patched(client, item, request.body as IDataObject);
		}
		await client.send(request);
		return [{}];
	},
	postReceive: ({ rows }) =>
		rows.map(({ id, short_id }) => ({
			json: { deleted: true, ...(id === undefined ? {} : { id, short_id }) },
		})),
};
