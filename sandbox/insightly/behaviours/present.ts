import type { Reply } from '../../shared/http';
import { jsonReply } from '../../shared/http';
import type { JsonObject, JsonValue } from '../../shared/json';
import type { Account } from '../account';
import type { Call } from '../call';
import type { Resource } from '../resources';
import { recordTypes } from '../spec';

const NOTE_LIST_LENGTH = 100;

/** The ETag of a record: changes with every write. Undefined for types that carry no dates. */
export function etagOf(account: Account, resource: Resource, row: JsonObject): string | undefined {
	const fields = recordTypes[resource.type];
	if (!fields || !('DATE_UPDATED_UTC' in fields) || !resource.idKey) return undefined;
	const id = Number(row[resource.idKey]);
	return `"${id.toString(36)}-${account.store.table(resource.path).versionOf(id).toString(36)}"`;
}

/** A record as an answer shows it. */
export function present(
	account: Account,
	resource: Resource,
	row: JsonObject,
	how: { brief?: boolean; inList?: boolean } = {},
): JsonObject {
	let shown = how.brief ? scalarsOf(row) : row;
	if (how.inList) shown = shortenInList(account, resource, shown);
	const { etagAs } = account.switches;
	if (etagAs !== 'property' && etagAs !== 'both') return shown;
	const etag = etagOf(account, resource, row);
	return etag === undefined ? shown : { ...shown, ETag: etag };
}

/** An answer with one whole record, its ETag in the header when the account gives it there. */
export function recordReply(
	account: Account,
	resource: Resource,
	row: JsonObject,
	status: number,
): Reply {
	const etag = etagOf(account, resource, row);
	const inHeader = account.switches.etagAs === 'header' || account.switches.etagAs === 'both';
	const headers = etag !== undefined && inHeader ? { ETag: etag } : undefined;
	return jsonReply(status, present(account, resource, row), headers);
}

/** An answer with one page out of rows that are all there, with the total when it was asked for. */
export function pageReply(
	call: Call,
	resource: Resource,
	rows: readonly JsonObject[],
	status = 200,
): Reply {
	const { skip, top } = call.query;
	const page = paged(call) ? rows.slice(skip, skip + top) : rows;
	return listReply(call, resource, page, rows.length, status);
}

/** An answer with rows that are one page already. */
export function listReply(
	call: Call,
	resource: Resource,
	page: readonly JsonObject[],
	total: number,
	status = 200,
): Reply {
	const how = { brief: call.query.brief, inList: true };
	const shown = page.map((row) => present(call.account, resource, row, how));
	return jsonReply(status, shown, totalHeader(call, page.length, total));
}

function totalHeader(
	{ query, account }: Call,
	onPage: number,
	matches: number,
): Record<string, string> | undefined {
	const { totalHeader: told, extraTotal } = account.switches;
	if (!query.countTotal || told === 'none') return undefined;
	return { 'X-Total-Count': String((told === 'page' ? onPage : matches) + extraTotal) };
}

/** The status of a GET below a record. */
export function nestedGetStatus({ account, endpoint }: Call): number {
	return account.switches.nestedGetStatus === 'documented' ? (endpoint.success ?? 200) : 200;
}

/** The answer to a POST below a record: the record, or a list of one. */
export function nestedCreateReply(
	call: Call,
	resource: Resource,
	row: JsonObject,
	documented: 'array' | 'object',
): Reply {
	const { nestedCreateAnswer } = call.account.switches;
	const shape = nestedCreateAnswer === 'documented' ? documented : nestedCreateAnswer;
	const status = call.endpoint.success ?? 201;
	if (shape === 'object') return recordReply(call.account, resource, row, status);
	return jsonReply(status, [present(call.account, resource, row)]);
}

function paged({ endpoint }: Call): boolean {
	return endpoint.query?.some((parameter) => parameter.startsWith('top')) ?? false;
}

function scalarsOf(row: JsonObject): JsonObject {
	return Object.fromEntries(Object.entries(row).filter(([, value]) => isScalar(value)));
}

function isScalar(value: JsonValue): boolean {
	return typeof value !== 'object' || value === null;
}

function shortenInList(account: Account, { path }: Resource, row: JsonObject): JsonObject {
	if (path === 'Emails' && typeof row.BODY === 'string') return { ...row, BODY: '' };
	const cut = path === 'Notes' && account.switches.noteBodiesTruncated;
	if (!cut || typeof row.BODY !== 'string') return row;
	return { ...row, BODY: row.BODY.slice(0, NOTE_LIST_LENGTH) };
}
