import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ItemContext } from '../../shared/form/itemContext';
import type { OperationResult } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { isObject } from '../../shared/request/rows';
import { rowShape } from '../../shared/output/shape';
import { kindOf } from '../fields/queryKinds';
import { readProject } from '../resources/project';
import { fullInsightFields } from './outputFields';

/** Whether the user wants the short form of what PostHog answers, by the form's options. */
export const isSimple = ({ simplify }: IDataObject): boolean => simplify !== false;

/** Email of a user as PostHog nests it; null where there is none. */
export const emailOf = (user: unknown): string | null =>
	isObject(user) && typeof user.email === 'string' ? user.email : null;

/** The name that people see: their own, or the one that PostHog made up for the insight. */
export const nameOf = ({ name, derived_name: derived }: IDataObject): string | null =>
	(name as string) || (derived as string) || null;

/**
 * What a workflow needs of an insight: who, what, when and where, people as e-mail addresses. Its result stays in it
 * when PostHog sent one.
 * @param project where it was asked for: an ID, or `@current`
 */
export function simplifyInsight(insight: IDataObject, host: string, project: string): IDataObject {
	const place = /^\d+$/.test(project) ? `/project/${project}` : '';
	return {
		id: insight.id,
		short_id: insight.short_id,
		name: nameOf(insight),
		description: insight.description ?? null,
		kind: kindOf(insight),
		url: `${host}${place}/insights/${String(insight.short_id)}`,
		tags: insight.tags ?? [],
		favorited: insight.favorited ?? false,
		dashboards: dashboardIds(insight),
		created_at: insight.created_at ?? null,
		created_by: emailOf(insight.created_by),
		updated_at: insight.updated_at ?? null,
		last_modified_at: insight.last_modified_at ?? null,
		last_viewed_at: insight.last_viewed_at ?? null,
		query: insight.query ?? null,
		...('result' in insight
			? {
					last_modified_by: emailOf(insight.last_modified_by),
					last_refresh: insight.last_refresh ?? null,
					result: insight.result,
				}
			: {}),
	};
}

/** The list of IDs is on its way out of the API; the tiles stay (PostHog's tests of the deprecated field). */
export function dashboardIds({
	dashboards,
	dashboard_tiles: tiles,
}: IDataObject): IDataObject['key'] {
	if (!Array.isArray(tiles)) return dashboards ?? [];
	return (tiles as IDataObject[])
		.filter(({ deleted }) => deleted !== true)
		.map(({ dashboard_id: id }) => id as number);
}

/** Responses about insights as items, as the user wants them. */
export function insightOutput(
	{ rows }: OperationResult,
	item: ItemContext,
	client: ApiClient,
): INodeExecutionData[] {
	const project = readProject(item);
	const shape = rowShape(item, {
		fields: fullInsightFields,
		telling: TELLING,
		entries: (row) => Object.entries(simplifyInsight(row, client.baseUrl, project)),
	});
	return rows.map((row) => ({ json: shape(row) }));
}

/** What tells an agent which insight it is; the query and its result are long, and have operations of their own. */
const TELLING = [
	...['id', 'short_id', 'name', 'description', 'kind', 'url', 'tags', 'favorited'],
	...['created_at', 'last_modified_at'],
];
