import type { JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import type { FormReader } from '../../shared/form/formReader';
import type { Endpoint } from '../../shared/operations/types';
import type { ApiClient } from '../../shared/request/client';
import { isNotFound } from '../../shared/request/notFound';
import { isObject } from '../../shared/request/rows';
import type { ApiRequest, ApiResponse } from '../../shared/request/types';
import { isPage, pageOf } from '../api/paging';
import { CURRENT_PROJECT, projectPath, readProject } from './project';
import type { ResourceHead } from './types';

export const insight: ResourceHead = {
	value: 'insight',
	name: 'Insight',
	description: 'Saved trends, funnels, retention, paths, SQL and the like, and their results',
};

/** An insight of a project, as the user named it. */
export interface InsightRef {
	/** An ID or `@current`. */
	project: string;
	/** The numeric ID or the short ID. */
	insight: string;
}

/** What every operation on one insight asks too when it is named by a short ID that the server does not take. */
export const LOOK_UP: Endpoint = 'GET /api/projects/{project_id}/insights/';

const NUMERIC = /^\d{1,12}$/;

/** Short IDs have 8 characters today; the longest ever seen in an address is taken as the limit. */
const SHORT = /^[A-Za-z0-9_-]{4,20}$/;

const isInsight = (text: string): boolean => NUMERIC.test(text) || SHORT.test(text);

/** Whether an insight is named by its number. */
export const isNumbered = ({ insight: name }: InsightRef): boolean => NUMERIC.test(name);

/** In an address such as https://us.posthog.com/project/1/insights/jEAIVJnN. */
const ADDRESS = /^https?:\/\/[^/]+\/(?:.*\/)?insights\/([A-Za-z0-9_-]+)/i;

const PROJECT_IN_ADDRESS = /^https?:\/\/[^/]+\/(?:.*\/)?project\/(\d{1,12})\//i;

/**
 * The insight that a form names. An address names a project too, which counts where the form leaves the choice to the
 * key's current project.
 * @throws NodeOperationError when it is none, or its address is of another project; before anything is sent
 */
export function readInsight(form: FormReader): InsightRef {
	const text = form.locator('insight');
	const name = ADDRESS.exec(text)?.[1] ?? text;
	if (isInsight(name)) return { project: projectOf(form, text), insight: name };
	throw form.refuse(
		name === '' ? 'The insight is missing' : `"${name.slice(0, 60)}" is not the ID of an insight`,
		'Pick the insight from the list, or give its ID, its short ID (such as jEAIVJnN) or its address.',
	);
}

function projectOf(form: FormReader, address: string): string {
	const chosen = readProject(form);
	const named = PROJECT_IN_ADDRESS.exec(address)?.[1];
	if (named === undefined || named === chosen) return chosen;
	if (chosen === CURRENT_PROJECT) return named;
	throw form.refuse(
		`The insight is of project ${named}, but project ${chosen} is chosen`,
		'Choose the project of the address, or give the address of an insight in the chosen project.',
	);
}

/** Path of an insight, or of something below it. */
export const insightPath = ({ project, insight: name }: InsightRef, below = ''): string =>
	projectPath(project, `/insights/${name}/${below}`);

/** Whether an answer is the insight that was asked for, and not another one or none. */
export const isInsightOf =
	({ insight: name }: InsightRef) =>
	(body: unknown): boolean =>
		isObject(body) && (String(body.id) === name || body.short_id === name);

/** Names an insight, so that several items that write it take turns. */
export const insightKey = (form: FormReader): string =>
	`insight ${form.locator('project')} ${form.locator('insight')}`;

/**
 * Sends a request about an insight. Newer servers take the short ID in the path; older ones of self-hosters take the
 * number only, so a short ID that is not found there is looked up in the list and the request sent once more.
 * @throws NodeApiError
 */
export async function sendAboutInsight(
	client: ApiClient,
	ref: InsightRef,
	request: (ref: InsightRef) => ApiRequest,
): Promise<ApiResponse> {
	try {
		return await client.send(request(ref));
	} catch (error) {
		const id = isNotFound(error) ? await lookUp(client, ref) : undefined;
		if (id === undefined) throw new NodeApiError(client.node, error as JsonObject);
		return await client.send(request({ ...ref, insight: id }));
	}
}

/** The numeric ID of a short ID; undefined when the list knows no such insight, or the ID is a number already. */
async function lookUp(client: ApiClient, ref: InsightRef): Promise<string | undefined> {
	if (isNumbered(ref)) return undefined;
	const response = await client.send({
		method: 'GET',
		path: projectPath(ref.project, '/insights/'),
		accepts: isPage,
		query: { short_id: ref.insight, basic: true, limit: 1, order: 'id' },
	});
	const [found] = pageOf(response).rows;
	return found?.id === undefined ? undefined : String(found.id);
}

/**
 * The same insight by its number: sharing and view marks know no short IDs.
 * @throws NodeApiError when there is no such insight.
 */
export async function byNumber(
	form: FormReader,
	client: ApiClient,
	ref: InsightRef,
): Promise<InsightRef> {
	if (isNumbered(ref)) return ref;
	const id = await lookUp(client, ref);
	if (id !== undefined) return { ...ref, insight: id };
	throw form.refuse(
		`PostHog has no insight with the short ID ${ref.insight}`,
		'Check the short ID and the project. A deleted insight can only be restored.',
	);
}
