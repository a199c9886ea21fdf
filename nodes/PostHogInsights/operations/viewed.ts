import type { Operation } from '../../shared/operations/types';
import { rowsOf } from '../../shared/request/rows';
import { splitList } from '../fields/listFilter';
import { byNumber, LOOK_UP, readInsight } from '../resources/insightRef';
import { insightPaging } from '../api/paging';
import { insightItems } from '../output/insights';
import { insightOutput, viewedOutput } from '../output/outputFields';
import { projectPath, readProject } from '../resources/project';

/** The server takes no more at once. */
const MOST_VIEWED = 2_500;

/** Answers 201 without a body; numbers that it does not know are left out silently (PostHog's tests). */
export const markViewed: Operation = {
	value: 'markViewed',
	name: 'Mark as Viewed',
	action: 'Mark insight as viewed',
	description: "Note that the key's owner has seen one or more insights now",
	endpoints: ['POST /api/projects/{project_id}/insights/viewed/', LOOK_UP],
	outputFields: viewedOutput,
	parameters: ['project', 'insight', 'viewedOptions'],
	preSend: async (item, client) => {
		const { project, insight } = await byNumber(item, client, readInsight(item));
		const more = splitList(item.collection('options').moreInsights);
		const wrong = more.find((id) => !/^\d{1,12}$/.test(id));
		if (wrong !== undefined) {
			throw item.refuse(
				`"${wrong.slice(0, 60)}" in More Insights is not a numeric ID`,
				'Give whole numbers, separated by commas. Short IDs are not possible here.',
			);
		}
		const ids = [...new Set([insight, ...more].map(Number))];
		if (ids.length > MOST_VIEWED) {
			throw item.refuse(
				`${ids.length} insights are too many`,
				`PostHog takes ${MOST_VIEWED} at once.`,
			);
		}
		return {
			method: 'POST',
			path: projectPath(project, '/insights/viewed/'),
			body: { insight_ids: ids },
			// Noting a view twice changes nothing.
			idempotent: true,
		};
	},
	paginate: async (client, request) => {
		await client.send(request);
		return [{ viewed: true, ...(request.body as { insight_ids: number[] }) }];
	},
};

/** How many the original endpoint gives. */
const LAST_VIEWED = 5;

/**
 * The endpoint of that name has no scope, so keys are refused; the list in the order of the last view gives the same
 * (PostHog's permission classes and insight API).
 */
export const getLastViewed: Operation = {
	value: 'getLastViewed',
	name: 'Get Last Viewed',
	action: 'Get last viewed insights',
	description: 'List the five insights that were viewed last',
	endpoints: [
		'GET /api/projects/{project_id}/insights/',
		'GET /api/projects/{project_id}/insights/my_last_viewed/',
	],
	outputFields: insightOutput,
	parameters: ['project', 'lastViewedMethod', 'options'],
	preSend: (item) =>
		item.text('method') === 'original'
			? { method: 'GET', path: projectPath(readProject(item), '/insights/my_last_viewed/') }
			: {
					method: 'GET',
					path: projectPath(readProject(item), '/insights/'),
					query: { order: '-last_viewed_at', basic: true, limit: LAST_VIEWED },
				},
	paginate: async (client, request) => {
		const answer = await client.send(request);
		if (Array.isArray(answer.body)) return rowsOf(answer.body);
		return insightPaging.rows(answer).filter((row) => Boolean(row.last_viewed_at));
	},
	postReceive: (answer, item, client) =>
		insightItems(answer, item, client.baseUrl, readProject(item)),
};
