import type { Reply } from '../shared/http';
import { insightActivity, projectActivity } from './activity';
import type { Call } from './call';
import { createExport, exportContent, listExports, readExport, sharedPicture } from './exports';
import {
	createInsight,
	listInsights,
	markViewed,
	notForKeys,
	refuseDelete,
	retrieveInsight,
	updateInsight,
} from './insights';
import { listProjects, whoAmI } from './projects';
import { cancelQuery, readQuery } from './queries';
import { changeSharing, createPassword, deletePassword, readSharing, rotateToken } from './sharing';
import type { Budget } from './throttle';

/** One operation of the service. */
export interface Route {
	method: string;
	/** With `{names}` for the parts that vary. */
	path: string;
	/** Scope that a key needs; null where no key is let in at all, '' where any is. */
	scope: string | null;
	/** Query parameters that it knows. */
	query: readonly string[];
	budget: Budget;
	behave: (call: Call) => Reply;
	/** Whether the public page lists it among its fourteen. */
	isDocumented?: boolean;
	/** Whether it can answer CSV. */
	csv?: boolean;
	body?: boolean;
	/** Whether old versions lack it. */
	isNewer?: boolean;
}

const P = '/api/projects/{project_id}';
const INSIGHTS = `${P}/insights`;
const INSIGHT = `${INSIGHTS}/{id}`;
const SHARING = `${INSIGHTS}/{insight_id}/sharing`;

const LIST_QUERY = [
	...['basic', 'limit', 'offset', 'refresh', 'short_id', 'created_by', 'search', 'saved', 'user'],
	...['favorited', 'insight', 'date_from', 'date_to', 'created_date_from', 'created_date_to'],
	...['last_viewed_date_from', 'last_viewed_date_to', 'dashboards', 'tags', 'events'],
	...['feature_flag', 'hide_feature_flag_insights', 'order', 'include_dashboards'],
	'client_query_id',
];

const RETRIEVE_QUERY = [
	...['refresh', 'from_dashboard', 'basic', 'filters_override', 'variables_override'],
	'client_query_id',
];

type Details = Omit<Route, 'method' | 'path' | 'scope' | 'behave' | 'budget' | 'query'> & {
	query?: readonly string[];
	budget?: Budget;
};

const route = (
	verbAndPath: string,
	scope: string | null,
	behave: Route['behave'],
	details: Details = {},
): Route => {
	const [method, path] = verbAndPath.split(' ');
	return { method, path, scope, behave, query: [], budget: 'insights', ...details };
};

const documented = { isDocumented: true, csv: true };
const documentedCrud = { isDocumented: true, budget: 'crud' as const };

/** Everything that the stand-in answers, in the order of the public page; the rest of it below. */
export const routes: readonly Route[] = [
	route(`GET ${INSIGHTS}`, 'insight:read', listInsights, { ...documented, query: LIST_QUERY }),
	route(`POST ${INSIGHTS}`, 'insight:write', createInsight, { ...documented, body: true }),
	route(`GET ${SHARING}`, 'sharing_configuration:read', readSharing, documentedCrud),
	route(`POST ${SHARING}/passwords`, 'sharing_configuration:write', createPassword, {
		...documentedCrud,
		body: true,
	}),
	route(
		`DELETE ${SHARING}/passwords/{password_id}`,
		'sharing_configuration:write',
		deletePassword,
		documentedCrud,
	),
	route(`POST ${SHARING}/refresh`, 'sharing_configuration:write', rotateToken, {
		...documentedCrud,
		body: true,
	}),
	route(`GET ${INSIGHT}`, 'insight:read', retrieveInsight, {
		...documented,
		query: RETRIEVE_QUERY,
	}),
	route(`PATCH ${INSIGHT}`, 'insight:write', updateInsight, { ...documented, body: true }),
	route(`DELETE ${INSIGHT}`, 'insight:write', refuseDelete, documented),
	route(`GET ${INSIGHT}/activity`, 'activity_log:read', insightActivity, {
		...documented,
		query: ['limit', 'page'],
	}),
	route(`GET ${INSIGHTS}/activity`, 'activity_log:read', projectActivity, {
		...documented,
		query: ['limit', 'page'],
	}),
	route(`POST ${INSIGHTS}/cancel`, null, notForKeys, { ...documented, body: true }),
	route(`GET ${INSIGHTS}/my_last_viewed`, null, notForKeys, documented),
	route(`POST ${INSIGHTS}/viewed`, 'insight:read', markViewed, { ...documented, body: true }),

	route(`PATCH ${SHARING}`, 'sharing_configuration:write', changeSharing, {
		budget: 'crud',
		body: true,
	}),
	route(`GET ${P}/query/{query_id}`, 'query:read', readQuery, { budget: 'query', isNewer: true }),
	route(`DELETE ${P}/query/{query_id}`, 'query:read', cancelQuery, {
		budget: 'query',
		isNewer: true,
	}),
	route(`GET ${P}/exports`, 'export:read', listExports, {
		budget: 'crud',
		query: ['limit', 'offset'],
	}),
	route(`POST ${P}/exports`, 'export:write', createExport, { budget: 'crud', body: true }),
	route(`GET ${P}/exports/{export_id}`, 'export:read', readExport, { budget: 'crud' }),
	route(`GET ${P}/exports/{export_id}/content`, 'export:read', exportContent, {
		budget: 'crud',
		query: ['download', 'direct'],
	}),
	route('GET /shared/{picture}', '', sharedPicture, { budget: 'crud' }),
	route('GET /api/projects', 'project:read', listProjects, {
		budget: 'crud',
		isNewer: true,
		query: ['limit', 'offset', 'search'],
	}),
	route('GET /api/users/@me', 'user:read', whoAmI, { budget: 'crud' }),
];
