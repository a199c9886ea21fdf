import { emptyReply, jsonReply, type Reply } from '../shared/http';
import type { JsonObject } from '../shared/json';
import type { Call } from './call';
import { settle, statusOf, STATUS_KEPT_MS } from './compute';
import { moment, type Insight } from './model';
import { invalid, notFound } from './refusal';

/** Status of a computation by its id: 202 while it runs, 200 with the rows, 400 with what went wrong. */
export function readQuery(call: Call): Reply {
	const { world, params } = call;
	const insight = find(call);
	if (insight.running) {
		const start = { start_time: moment(insight.running.startedAt) };
		return jsonReply(202, { query_status: { ...statusOf(insight, params.query_id), ...start } });
	}
	if (insight.failed) throw invalid('query', insight.failed.text);
	const done: JsonObject = {
		...statusOf(insight, params.query_id),
		complete: true,
		results: { results: insight.cached?.result ?? null },
		end_time: moment(insight.cached?.at ?? world.clock.now()),
	};
	return jsonReply(200, { query_status: done });
}

/** Stops a computation; what was in the cache stays there. */
export function cancelQuery(call: Call): Reply {
	const insight = find(call);
	insight.running = undefined;
	return emptyReply(204);
}

function find(call: Call): Insight {
	const { world, params, project } = call;
	const all = world.store.all(project);
	for (const insight of all) settle(world, insight);
	const now = world.clock.now();
	const found = all.find(
		({ running, failed }) =>
			running?.id === params.query_id ||
			(failed?.id === params.query_id && now - failed.at <= STATUS_KEPT_MS),
	);
	if (found) return found;
	throw notFound(`Query ${params.query_id} not found for team ${project}`);
}
