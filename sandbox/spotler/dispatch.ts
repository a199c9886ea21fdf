import type { Reply, SandboxRequest } from '../shared/http';
import { jsonReply } from '../shared/http';
import type { Account, Call } from './call';
import { appendValues, dictionary, lookupValues } from './dictionary';
import { documentContent, uploadDocument } from './documents';
import { listRecords } from './lists';
import { objectNamed, type ObjectSpec } from './objects';
import { createRecord, deleteRecord, getRecord, updateRecord } from './records';
import { badRequest, notFound, Refusal, unknownObject } from './refusal';

type Act = (call: Call) => Reply;

interface Route {
	/** Query parameters that mean something here. */
	query: readonly string[];
	act: Act;
	/** The object that it reads or writes, for plan gates. */
	spec?: ObjectSpec;
}

const LIST_QUERY = ['limit', 'page', 'q', 'order', 'lines'];

/** Takes an authenticated request to its operation. @throws Refusal */
export function dispatch(account: Account, request: SandboxRequest): Reply {
	const { query: allowed, act, spec } = findRoute(account, request);
	if (spec && account.switches.gated.includes(spec.name)) {
		const { planGate } = account.switches;
		throw new Refusal(planGate, 'Forbidden error', 'This record type is not part of your plan');
	}
	checkAccept(account, request);
	return act({ account, request, query: readQuery(request, allowed) });
}

function findRoute(account: Account, request: SandboxRequest): Route {
	const segments = request.path.slice(1).split('/').map(decodeURIComponent);
	const [first, second, third] = segments;
	if (first === 'datadictionary') return dictionaryRoute(request, segments);
	if (first === 'lookup') return lookupRoute(request, segments);
	const spec = objectNamed(first);
	if (!spec) throw unknownObject(first);
	if (segments.length === 1) return collectionRoute(request, spec);
	if (!/^\d{1,15}$/.test(second)) throw pathUnknown(request);
	const id = Number(second);
	if (segments.length === 2) return recordRoute(request, spec, id);
	if (segments.length > 3) throw pathUnknown(request);
	if (spec.takesFiles && third === 'content') {
		return only(request, 'GET', { query: [], spec, act: (call) => documentContent(call, id) });
	}
	return childRoute(account, request, spec, id, third);
}

function dictionaryRoute(request: SandboxRequest, segments: string[]): Route {
	if (segments.length !== 2) throw pathUnknown(request);
	const spec = objectNamed(segments[1]);
	if (!spec) throw unknownObject(segments[1]);
	return only(request, 'GET', { query: [], spec, act: (call) => dictionary(call, spec) });
}

function lookupRoute(request: SandboxRequest, [, name, field, more]: string[]): Route {
	if (!name || more !== undefined) throw pathUnknown(request);
	if (field === undefined) {
		return only(request, 'PATCH', { query: [], act: (call) => appendValues(call, name) });
	}
	const spec = objectNamed(name);
	if (!spec) throw unknownObject(name);
	return only(request, 'GET', { query: [], act: (call) => lookupValues(call, spec, field) });
}

function collectionRoute(request: SandboxRequest, spec: ObjectSpec): Route {
	if (request.method === 'GET') {
		const query = spec.name === 'opportunities' ? LIST_QUERY : LIST_QUERY.slice(0, 4);
		return { query, spec, act: (call) => jsonReply(200, listRecords(call, spec)) };
	}
	if (request.method !== 'POST' || spec.isReadOnly) throw wrongVerb(request);
	const act: Act = (call) =>
		spec.takesFiles ? uploadDocument(call, spec) : createRecord(call, spec);
	return { query: [], spec, act };
}

function recordRoute(request: SandboxRequest, spec: ObjectSpec, id: number): Route {
	// Only the list of users was seen in use.
	if (spec.isReadOnly) throw pathUnknown(request);
	const lines = spec.name === 'opportunities' ? ['lines'] : [];
	switch (request.method) {
		case 'GET':
			return { query: lines, spec, act: (call) => getRecord(call, spec, id) };
		case 'PATCH':
			return { query: [], spec, act: (call) => updateRecord(call, spec, id) };
		case 'DELETE':
			return { query: [], spec, act: (call) => deleteRecord(call, spec, id) };
		default:
			throw wrongVerb(request);
	}
}

/** `/accounts/{id}/contacts`: seen in use, not documented. */
function childRoute(
	{ store }: Account,
	request: SandboxRequest,
	parent: ObjectSpec,
	id: number,
	name: string,
): Route {
	const spec = objectNamed(name);
	const key = `${parent.recordType}id`;
	if (!spec?.fields.some((field) => field.name === key)) throw pathUnknown(request);
	if (!store.get(parent.name, id)) throw notFound();
	const within = store.all(spec.name).filter((row) => row[key] === id);
	const act: Act = (call) => jsonReply(200, listRecords(call, spec, within));
	return only(request, 'GET', { query: LIST_QUERY.slice(0, 4), spec, act });
}

function only(request: SandboxRequest, method: string, route: Route): Route {
	if (request.method !== method) throw wrongVerb(request);
	return route;
}

const wrongVerb = ({ method, path }: SandboxRequest): Refusal =>
	new Refusal(405, 'Not Allowed error', `${method} is not allowed on ${path}`, 'wrong verb');

const pathUnknown = ({ path }: SandboxRequest): Refusal =>
	new Refusal(404, 'Not Found error', `Page not found: ${path}`, 'unknown path');

function readQuery({ query }: SandboxRequest, allowed: readonly string[]): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of query) {
		if (!allowed.includes(name)) throw badRequest('unknown query parameter', `No ${name} here`);
		if (name in values) throw badRequest('repeated query parameter', `${name} is given twice`);
		if (name === 'lines' && value !== 'true') throw badRequest('bad query value', 'lines=true');
		values[name] = value;
	}
	return values;
}

/** Without it, a server of this kind answers a log-in page instead of a refusal. */
function checkAccept(account: Account, request: SandboxRequest): void {
	const accept = request.headers.accept ?? '';
	const isFile = request.path.endsWith('/content');
	const fits = accept.includes('application/json') || (isFile && accept.includes('*/*'));
	if (!fits) account.count('accept', `Accept names no JSON: "${accept}"`, request);
}
