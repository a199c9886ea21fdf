import { jsonReply, type Reply } from '../shared/http';
import type { JsonObject } from '../shared/json';
import type { Call } from './call';
import { insightInPath } from './insights';
import { moment, type Activity } from './model';
import { notFound, serverBroke } from './refusal';

/** The log of one insight; a deleted one has none that can be asked for. */
export function insightActivity(call: Call): Reply {
	const { id } = insightInPath(call);
	return activityPage(call, (entry) => entry.item_id === String(id));
}

export function projectActivity(call: Call): Reply {
	return activityPage(call, () => true);
}

function activityPage(call: Call, isWanted: (entry: Activity) => boolean): Reply {
	const { query, world, project, origin, request } = call;
	const limit = readInteger(query.limit, 10);
	const page = readInteger(query.page, 1);
	const rows = world.store.activities
		.filter((entry) => entry.project === project && isWanted(entry))
		.reverse();
	const first = (page - 1) * limit;
	if (page > 1 && first >= rows.length && world.switches.pastLastPage === 404) {
		throw notFound('Invalid page.');
	}
	const address = (number: number) => `${origin}${request.path}?page=${number}&limit=${limit}`;
	return jsonReply(200, {
		results: rows.slice(first, first + limit).map(view),
		next: first + limit < rows.length ? address(page + 1) : null,
		previous: page > 1 ? address(page - 1) : null,
		total_count: rows.length,
	});
}

/** Anything that is no number upsets the service. */
function readInteger(text: string | undefined, fallback: number): number {
	const number = Number(text ?? fallback);
	if (!Number.isInteger(number) || number < 1) throw serverBroke('page that is not a number');
	return number;
}

const view = ({ id, user, activity, item_id, detail, created_at }: Activity): JsonObject => ({
	id,
	user: user
		? { first_name: user.first_name, email: user.email }
		: { first_name: 'System', email: null, is_system: true },
	activity,
	scope: 'Insight',
	item_id,
	detail,
	created_at: moment(created_at),
});
