import type { Reply } from '../../shared/http';
import { emptyReply, jsonReply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody } from '../call';
import { readBody } from '../fields/body';
import { clientBug, notFound } from '../refusal';

/** POST /MarketingCustomEvent */
function reportEvent(call: Call): Reply {
	const rules = { type: 'MarketingActivity', mode: 'create' } as const;
	const event = readBody(call.account, singleBody(call), rules);
	call.account.marketingEvents.push(event);
	return jsonReply(201, event);
}

function listsOf(call: Call): Set<number> {
	recordInPath(call);
	const { listMemberships } = call.account;
	const lists = listMemberships.get(idParameter(call)) ?? new Set<number>();
	listMemberships.set(idParameter(call), lists);
	return lists;
}

function answerLists(lists: ReadonlySet<number>): Reply {
	return jsonReply(
		200,
		[...lists].map((LIST_ID) => ({ LIST_ID })),
	);
}

function readLists(call: Call): Reply {
	return answerLists(listsOf(call));
}

function joinList(call: Call): Reply {
	const lists = listsOf(call);
	lists.add(readListId(call, singleBody(call)));
	return answerLists(lists);
}

/** PUT …/StaticListMembership: the body is a list of all memberships. */
function replaceLists(call: Call): Reply {
	const lists = listsOf(call);
	if (!Array.isArray(call.body)) throw clientBug('bad body', 'The body must be a list');
	const wanted = call.body.map((membership: JsonObject) => readListId(call, membership));
	lists.clear();
	wanted.forEach((id) => lists.add(id));
	return answerLists(lists);
}

/** DELETE …/StaticListMembership: the list to leave is in the body. */
function leaveList(call: Call): Reply {
	if (!listsOf(call).delete(readListId(call, singleBody(call)))) throw notFound();
	return emptyReply(202);
}

function readListId({ account }: Call, membership: JsonObject): number {
	const rules = { type: 'StaticListMembership', mode: 'create' } as const;
	return Number(readBody(account, membership, rules).LIST_ID);
}

export const marketingBehaviours = {
	'POST /MarketingCustomEvent': reportEvent,
	'GET /Prospect/{id}/StaticListMembership': readLists,
	'POST /Prospect/{id}/StaticListMembership': joinList,
	'PUT /Prospect/{id}/StaticListMembership': replaceLists,
	'DELETE /Prospect/{id}/StaticListMembership': leaveList,
};
