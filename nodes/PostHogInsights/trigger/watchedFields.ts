import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldsToWatch } from '../../shared/polling';
import { readByOffset } from '../../shared/polling';
import type { ApiClient } from '../../shared/request/client';
import { isPage, pageOf } from '../api/paging';
import { dashboardIds } from '../output/insights';
import { projectPath } from '../resources/project';
import { insightRows, PAGE_SIZE } from './feeds';

/** What of an insight a list tells. The folder is not among it: it can be written, not read (PostHog's insight API). */
const WATCHABLE = [
	{ name: 'Dashboards', value: 'dashboards' },
	{ name: 'Description', value: 'description' },
	{ name: 'Favorited', value: 'favorited' },
	{ name: 'Name', value: 'name' },
	{ name: 'Query', value: 'query', description: 'What the insight asks: events, filters, dates' },
	{ name: 'Saved', value: 'saved' },
	{ name: 'Tags', value: 'tags' },
];

export const fieldsToWatch: INodeProperties = {
	displayName: 'Fields to Watch',
	name: 'watchedFields',
	type: 'multiOptions',
	displayOptions: { show: { '/event': ['insightUpdated'] } },
	options: WATCHABLE,
	default: [],
	description:
		'Only report a change if one of these fields has changed. Items then carry changedFields and previous. Remembers up to 20,000 insights.',
};

/** The order in which tags and dashboards come means nothing. */
const sorted = (value: unknown): unknown =>
	Array.isArray(value) ? [...value].sort((a, b) => (String(a) < String(b) ? -1 : 1)) : value;

/** What the watched fields of an insight hold. */
const readFields = (json: IDataObject): IDataObject => ({
	...json,
	tags: sorted(json.tags) as IDataObject['tags'],
	dashboards: sorted(dashboardIds(json)) as IDataObject['dashboards'],
});

/** The fields to watch of the insights of a project. */
export function insightFields(
	client: ApiClient,
	project: string,
	filters: IDataObject,
	names: string[],
): FieldsToWatch {
	const read = async (offset: number, limit: number) => {
		const response = await client.send({
			method: 'GET',
			path: projectPath(project, '/insights/'),
			accepts: isPage,
			query: { ...filters, basic: true, order: 'id', limit, offset },
		});
		return { ...pageOf(response), rows: insightRows(response, 'updated_at') };
	};
	return {
		names,
		read: ({ json }) => readFields(json),
		all: {
			page: async (cursor) =>
				await readByOffset({ order: 'id', pageSize: PAGE_SIZE, read }, cursor),
		},
	};
}
