import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { ApiClient } from '../../shared/request/client';
import { goesOn, type ListPage } from '../../shared/request/listPage';
import type { ApiResponse } from '../../shared/request/types';
import { pageOf } from '../api/paging';
import { postHog } from '../api/service';
import { nameOf } from '../output/insights';
import { CURRENT_PROJECT, projectPath } from '../resources/project';
import { chosenProject } from './formChoice';

const PAGE = 100;

/** Longest search text that PostHog takes. */
const LONGEST_SEARCH = 200;

/**
 * Projects that the key may see. A key without project:read, or one limited to certain projects, may not list any: then
 * the current project is all there is to pick, and the others are typed in by ID.
 */
export async function searchProjects(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = await ApiClient.create(this, postHog);
	const offset = Number(paginationToken ?? 0);
	const response = await unlessForbidden(this, client, offset);
	if (!response)
		return { results: [{ ...CURRENT, name: 'Current Project (this key lists no others)' }] };
	const page = pageOf(response);
	const rows = page.rows.map(projectEntry);
	const wanted = filter?.trim().toLowerCase() ?? '';
	const all = offset === 0 ? [CURRENT, ...rows] : rows;
	return {
		results: all.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted)),
		...nextOf(page, offset),
	};
}

/** Where the list goes on, if it does. */
const nextOf = (page: ListPage, offset: number): Pick<INodeListSearchResult, 'paginationToken'> =>
	goesOn(page, { offset, size: PAGE }) ? { paginationToken: String(offset + page.received) } : {};

async function unlessForbidden(
	context: ILoadOptionsFunctions,
	client: ApiClient,
	offset: number,
): Promise<ApiResponse | undefined> {
	try {
		return await client.send({
			method: 'GET',
			path: '/api/projects/',
			query: { limit: PAGE, offset },
		});
	} catch (error) {
		if (error instanceof NodeApiError && ['403', '404'].includes(error.httpCode ?? '')) {
			return undefined;
		}
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}

const CURRENT: INodeListSearchItems = { name: 'Current Project', value: CURRENT_PROJECT };

const projectEntry = ({ id, name }: IDataObject): INodeListSearchItems => ({
	name: `${String(name)} (${String(id)})`,
	value: String(id),
});

/** Insights of the chosen project, found by PostHog's own search: names, descriptions, tags. */
export async function searchInsights(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = await ApiClient.create(this, postHog);
	const offset = Number(paginationToken ?? 0);
	const search = filter?.trim().slice(0, LONGEST_SEARCH) ?? '';
	const response = await client.send({
		method: 'GET',
		path: projectPath(chosenProject(this), '/insights/'),
		query: {
			basic: true,
			order: '-last_modified_at',
			limit: PAGE,
			offset,
			...(search ? { search } : {}),
		},
	});
	const { baseUrl } = client;
	const page = pageOf(response);
	return {
		results: page.rows.sort(exactFirst).map((row) => insightEntry(row, baseUrl)),
		...nextOf(page, offset),
	};
}

/** The search also finds what is merely similar; what really contains the text comes first. */
const exactFirst = (a: IDataObject, b: IDataObject): number =>
	Number(b.search_match_type === 'exact') - Number(a.search_match_type === 'exact');

const insightEntry = (row: IDataObject, origin: string): INodeListSearchItems => ({
	name: nameOf(row) ?? `Insight ${String(row.short_id)}`,
	value: String(row.id),
	url: `${origin}/insights/${String(row.short_id)}`,
});
