import type { Reply } from '../../shared/http';
import { emptyReply, jsonReply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody } from '../call';
import { isTrue } from '../query';
import { notFound, Refusal } from '../refusal';
import { createRecord, list, numberInBody, updateRecord } from './collection';
import { recordReply } from './present';

/** Where a category is in use, by its collection. */
const USERS_OF: Readonly<Record<string, readonly [collection: string, field: string]>> = {
	FileCategories: ['FileAttachments', 'FILE_CATEGORY_ID'],
	OpportunityCategories: ['Opportunities', 'CATEGORY_ID'],
	ProjectCategories: ['Projects', 'CATEGORY_ID'],
	TaskCategories: ['Tasks', 'CATEGORY_ID'],
	LeadSources: ['Leads', 'LEAD_SOURCE_ID'],
	LeadStatuses: ['Leads', 'LEAD_STATUS_ID'],
};

function createAsAdministrator(call: Call): Reply {
	requireAdministrator(call);
	const row = createRecord(call, call.resource, singleBody(call), {});
	return recordReply(call.account, call.resource, row, 201);
}

function updateAsAdministrator(call: Call): Reply {
	requireAdministrator(call);
	const body = singleBody(call);
	const row = updateRecord(call, call.resource, numberInBody(call.resource, body), body);
	return recordReply(call.account, call.resource, row, call.endpoint.success ?? 200);
}

/** DELETE of a category only deactivates it; 409 when that was done before. */
function deactivate(call: Call): Reply {
	requireAdministrator(call);
	const { ACTIVE } = recordInPath(call);
	if (ACTIVE === false) throw new Refusal(409, 'The category is deactivated already');
	refuseWhenInUse(call, idParameter(call));
	call.account.store.update(call.resource.path, idParameter(call), { ACTIVE: false });
	return emptyReply(202);
}

/** DELETE /LeadSources?id= and /LeadStatuses?id=: the number is a query parameter. */
function removeByQuery(call: Call): Reply {
	requireAdministrator(call);
	const id = Number(call.query.text.id);
	if (!call.account.store.get(call.resource.path, id)) throw notFound();
	refuseWhenInUse(call, id);
	call.account.store.remove(call.resource.path, id);
	return emptyReply(202);
}

/** GET /LeadStatuses: the status of converted leads only when asked for. */
function leadStatuses(call: Call): Reply {
	if (isTrue(call.query.text.include_converted)) return list(call);
	const open = call.account.store
		.all('LeadStatuses')
		.filter(({ LEAD_STATUS }) => LEAD_STATUS !== 'Converted');
	const { skip, top, countTotal } = call.query;
	const headers = countTotal ? { 'X-Total-Count': String(open.length) } : undefined;
	return jsonReply(200, open.slice(skip, skip + top), headers);
}

function listUsers(call: Call): Reply {
	requireAdministrator(call);
	return list(call);
}

function refuseWhenInUse({ account, resource }: Call, id: number): void {
	const [collection, field] = USERS_OF[resource.path];
	const inUse = (row: JsonObject) => row[field] === id;
	if (account.store.all(collection).some(inUse)) {
		throw new Refusal(409, `${resource.objectName} is in use`);
	}
}

function requireAdministrator({ account }: Call): void {
	if (account.switches.keyOwner === 'administrator') return;
	throw new Refusal(403, 'Only administrators may do this');
}

export const categoryBehaviours = {
	'GET /Users': listUsers,
	'GET /LeadStatuses': leadStatuses,
	...Object.fromEntries(
		Object.keys(USERS_OF).flatMap((path) => [
			[`POST /${path}`, createAsAdministrator],
			[`PUT /${path}`, updateAsAdministrator],
			path.startsWith('Lead')
				? [`DELETE /${path}`, removeByQuery]
				: [`DELETE /${path}/{id}`, deactivate],
		]),
	),
};
