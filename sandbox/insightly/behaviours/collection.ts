import type { Reply } from '../../shared/http';
import { emptyReply } from '../../shared/http';
import type { JsonObject } from '../../shared/json';
import { isJsonObject } from '../../shared/json';
import type { Account } from '../account';
import type { Call } from '../call';
import { idParameter, recordInPath, singleBody } from '../call';
import { readBody } from '../fields/body';
import { isSetByService } from '../fields/customFields';
import { clientBug, notFound, Refusal } from '../refusal';
import type { Resource } from '../resources';
import { afterWrite, beforeWrite } from '../rules';
import { entriesOf } from '../store/customFieldEntries';
import { checkLink } from './links';
import { numberParts } from './parts';
import { etagOf, listReply, pageReply, recordReply } from './present';
import { removeRecord } from './removal';

/** GET /{collection}: a page in ascending order of the record's number. */
export function list(call: Call): Reply {
	const { account, resource, query } = call;
	const table = account.store.table(resource.path);
	if (resource.path === 'Leads' && !account.switches.convertedLeadsListed) {
		return pageReply(
			call,
			resource,
			table.rows().filter(({ CONVERTED }) => CONVERTED !== true),
		);
	}
	const paged = call.endpoint.query?.some((parameter) => parameter.startsWith('top')) ?? false;
	const ids = paged ? table.idsBetween(query.skip, query.skip + query.top) : table.idsBetween();
	const rows = ids.map((id) => table.get(id) as JsonObject);
	return listReply(call, resource, rows, table.size);
}

/** GET /{collection}/{id} */
export function read(call: Call): Reply {
	return recordReply(call.account, call.resource, recordInPath(call), 200);
}

/** POST /{collection}: 201 with the whole record. */
export function create(call: Call): Reply {
	const row = createRecord(call, call.resource, singleBody(call), {});
	return recordReply(call.account, call.resource, row, 201);
}

/**
 * Checks a body and adds the record.
 * @param fixed fields that the path decides, e.g. the project of a milestone
 */
export function createRecord(
	{ account }: Call,
	resource: Resource,
	body: JsonObject,
	fixed: JsonObject,
): JsonObject {
	if (account.switches.planFull) throw new Refusal(402, 'Record limit reached');
	const { type, path } = resource;
	const mayLack = Object.keys(fixed);
	const given = readBody(account, body, { type, mode: 'create', collection: path, mayLack });
	const links = linksInBody(account, body);
	const values = numberParts(account, { ...given, ...links, ...fixed });
	const ready = beforeWrite(account, resource, undefined, values);
	const row = account.store.insert(path, { ...ready, ...automaticNumbers(account, path, ready) });
	return afterWrite(account, resource, undefined, row);
}

/** Links that come with a new record, under the reading that they count. */
function linksInBody(account: Account, { LINKS }: JsonObject): JsonObject {
	if (account.switches.linksInBody === 'ignored' || !Array.isArray(LINKS)) return {};
	return { LINKS: LINKS.filter(isJsonObject).map((link) => checkLink(account, link)) };
}

/** Custom fields that number records by themselves. */
function automaticNumbers(
	{ store }: Account,
	path: string,
	{ CUSTOMFIELDS: sent }: JsonObject,
): JsonObject {
	const number = `REF-${String(store.table(path).size + 1).padStart(5, '0')}`;
	const entries = store
		.customFieldsOf(path)
		.filter(({ FIELD_TYPE }) => FIELD_TYPE === 'AUTONUMBER')
		.map(({ FIELD_NAME }) => ({ FIELD_NAME, FIELD_VALUE: number }));
	if (entries.length === 0) return {};
	return { CUSTOMFIELDS: [...(Array.isArray(sent) ? sent : []), ...entries] };
}

/** PUT /{collection}, the record's number in the body; fields that are not sent stay as they are. */
export function update(call: Call): Reply {
	const { account, resource } = call;
	const body = singleBody(call);
	const row = updateRecord(call, resource, numberInBody(resource, body), body);
	return recordReply(account, resource, row, account.switches.putStatus);
}

/** The record's own number out of a PUT body. */
export function numberInBody({ idKey }: Resource, body: JsonObject): number {
	const id = body[idKey];
	if (typeof id === 'number') return id;
	throw clientBug('missing record number', `${idKey} is required in the body`);
}

/** Checks a body and changes the record. */
export function updateRecord(
	{ account, request }: Call,
	resource: Resource,
	id: number,
	body: JsonObject,
): JsonObject {
	const { path, type } = resource;
	const before = account.store.get(path, id);
	if (!before) throw notFound();
	checkIfMatch(account, resource, before, request.headers['if-match']);
	const given = readBody(account, body, { type, mode: 'update', collection: path });
	const changes = beforeWrite(account, resource, before, numberParts(account, given));
	const row = account.store.update(
		path,
		id,
		withOtherCustomFields(account, resource, before, changes),
	);
	return afterWrite(account, resource, before, row);
}

/** DELETE /{collection}/{id}: 202 without a body. */
export function remove(call: Call): Reply {
	const { account, resource } = call;
	recordInPath(call);
	removeRecord(account, resource, idParameter(call));
	return emptyReply(202);
}

function checkIfMatch(
	account: Account,
	resource: Resource,
	row: JsonObject,
	sent: string | undefined,
): void {
	if (sent === undefined || sent === '*') return;
	const bare = (text: string | undefined) => text?.replace(/^W\/|"/g, '');
	if (bare(sent) === bare(etagOf(account, resource, row))) return;
	const { ifMatchStatus } = account.switches;
	throw new Refusal(ifMatchStatus, `If-Match header value ${sent} is not valid.`);
}

/** Under the reading that a PUT replaces all custom fields, those not named become null. */
function withOtherCustomFields(
	{ switches, store }: Account,
	{ path }: Resource,
	before: JsonObject,
	changes: JsonObject,
): JsonObject {
	if (switches.customFieldsOnPut === 'merge' || !Array.isArray(changes.CUSTOMFIELDS))
		return changes;
	const automatic = new Set(
		store
			.customFieldsOf(path)
			.filter(isSetByService)
			.map(({ FIELD_NAME }) => String(FIELD_NAME).toUpperCase()),
	);
	const cleared = entriesOf(before.CUSTOMFIELDS)
		.filter(([name]) => !automatic.has(name))
		.map(([name]) => ({ FIELD_NAME: name, FIELD_VALUE: null }));
	return { ...changes, CUSTOMFIELDS: [...cleared, ...changes.CUSTOMFIELDS] };
}
