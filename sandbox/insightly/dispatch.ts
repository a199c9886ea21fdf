import type { Reply, SandboxRequest } from '../shared/http';
import { brokenReply, jsonReply, mediaType, textReply } from '../shared/http';
import type { JsonObject } from '../shared/json';
import { isJsonObject } from '../shared/json';
import type { Violation } from '../shared/requestLog';
import type { Router } from '../shared/router';
import { createRouter } from '../shared/router';
import type { Account } from './account';
import type { Behaviour } from './behaviours';
import { behaviourOf } from './behaviours';
import { readQuery } from './query';
import { clientBug, Refusal } from './refusal';
import type { Resource } from './resources';
import { isPluralOfSingular, resourceOf, resources } from './resources';
import type { Endpoint } from './spec';
import { endpoints } from './spec';

interface Route {
	endpoint: Endpoint;
	behave: Behaviour;
}

export type Dispatcher = (request: SandboxRequest) => Reply;

/** Takes authenticated requests to their operation; every refusal becomes an answer. */
export function createDispatcher(account: Account, violations: Violation[]): Dispatcher {
	const router = createInsightlyRouter(account);
	return (request) => {
		const count = (kind: string, detail: string) =>
			violations.push({ kind, detail, method: request.method, path: request.path });
		try {
			return act(account, findRoute(router, account, request), request, count);
		} catch (error) {
			if (!(error instanceof Refusal)) {
				count('the sandbox broke', String(error));
				return brokenReply(error);
			}
			if (error.violation) count(error.violation, error.message);
			return refusalReply(error, account);
		}
	};
}

/** Every operation of the specification with its behaviour. */
export function createInsightlyRouter(account: Account): Router<Route> {
	const routes = endpoints.map((endpoint) => ({
		method: endpoint.method as string,
		path: endpoint.path.replace(/^\/\{objectName\}/, '/{customObject}'),
		value: { endpoint, behave: behaviourOf(endpoint) },
	}));
	return createRouter(routes, {
		caseSensitive: () => account.switches.caseSensitive,
		accepts: (name, value) => acceptsParameter(account, name, value),
	});
}

function acceptsParameter(account: Account, name: string, value: string): boolean {
	if (name === 'customObject') return customObjectName(account, value) !== undefined;
	const isNumber = name === 'id' || /(Id|_id)$/.test(name);
	return !isNumber || /^\d{1,15}$/.test(value);
}

/** The custom object's own spelling of a name in whatever letter case. */
function customObjectName({ store, switches }: Account, segment: string): string | undefined {
	const names = store.customObjectNames();
	if (switches.caseSensitive) return names.find((name) => name === segment);
	const wanted = segment.toLowerCase();
	return names.find((name) => name.toLowerCase() === wanted);
}

function findRoute(
	router: Router<Route>,
	{ switches }: Account,
	{ method, path }: SandboxRequest,
): Route & { params: Record<string, string> } {
	const match = router.find(method, path);
	if (match.kind === 'found') return { ...match.value, params: match.params };
	const shortened = path.replace(/\/\d+$/, '');
	if (method === 'PUT' && switches.putWithIdInPath && shortened !== path) {
		const short = router.find(method, shortened);
		if (short.kind === 'found') return { ...short.value, params: short.params };
	}
	if (match.kind === 'wrong verb' || isPluralOfSingular(path)) {
		throw new Refusal(405, `The requested resource does not support ${method}.`, 'wrong verb');
	}
	throw new Refusal(404, `${NO_RESOURCE} that matches ${path}.`, 'unknown path');
}

function act(
	account: Account,
	{ endpoint, behave, params }: Route & { params: Record<string, string> },
	request: SandboxRequest,
	count: (violation: string, detail: string) => void,
): Reply {
	const resource = resourceIn(account, endpoint, params);
	checkAccess(account, resource);
	checkAccept(endpoint, request, count);
	const query = readQuery(endpoint, request, account.switches, count);
	const body = readRequestBody(endpoint, request);
	return behave({ account, endpoint, resource, params, query, request, body });
}

function resourceIn(
	account: Account,
	{ path }: Endpoint,
	params: Record<string, string>,
): Resource {
	const first = path.split('/')[1];
	if (first === '{objectName}') {
		return resourceOf(customObjectName(account, params.customObject) as string);
	}
	const known = resources.find((resource) => resource.path === first);
	return known ?? { path: first, idKey: '', objectName: first, type: first };
}

/** What the subscription lacks answers 404 (products) or 403 (service); so do rights that the user lacks. */
function checkAccess({ switches }: Account, { path, objectName, feature }: Resource): void {
	const gated = switches.planGates === 'professional' ? feature : undefined;
	if (gated === 'products') throw new Refusal(404, `${NO_RESOURCE} for ${path}.`);
	if (gated === 'service' || switches.denied.includes(path)) {
		throw new Refusal(403, `API User does not have access to ${objectName}.`);
	}
}

/** The document lists bytes before JSON for many answers, so a client has to say that it wants JSON. */
function checkAccept(
	endpoint: Endpoint,
	{ headers, query }: SandboxRequest,
	count: (violation: string, detail: string) => void,
): void {
	const accept = headers.accept ?? '*/*';
	const asJson = query.some(([name, value]) => name === 'format' && /^json$/i.test(value));
	const bytes = !asJson && BYTES_ANSWERED.test(`${endpoint.method} ${endpoint.path}`);
	const wanted = bytes ? 'application/octet-stream' : 'application/json';
	const fits = bytes ? /\*\/\*|octet-stream|image\//.test(accept) : /\*\/\*|json/.test(accept);
	if (!fits) count('accept', `Accept should name ${wanted}, not ${accept}`);
}

const BYTES_ANSWERED = /^GET .*\/Image|^GET \/FileAttachments\/|\/MergeDocument\//;

function readRequestBody(
	{ body: type }: Endpoint,
	request: SandboxRequest,
): JsonObject | readonly JsonObject[] | undefined {
	const text = request.body.toString('utf8').trim();
	if (type === undefined) {
		if (text === '' || text === '{}') return undefined;
		throw clientBug('unexpected body', 'This operation takes no body');
	}
	if (type === 'bytes' || type === 'multipart') return undefined;
	if (!/^(application|text)\/json$/.test(mediaType(request))) {
		throw new Refusal(415, 'The body must be application/json', 'bad content type');
	}
	const parsed = parseJson(text);
	if (isJsonObject(parsed)) return parsed;
	if (Array.isArray(parsed) && parsed.every(isJsonObject)) return parsed;
	throw clientBug('bad body', 'The body must be a JSON object');
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw clientBug('bad body', 'The body is not valid JSON');
	}
}

const NO_RESOURCE = 'No HTTP resource was found';

/** A refusal as the account spells it: text from the business rules, JSON from the routing. */
export function refusalReply(
	{ status, message }: { status: number; message: string },
	{ switches }: Pick<Account, 'switches'>,
): Reply {
	const fromRouting = status === 405 || message.startsWith(NO_RESOURCE);
	const asJson = switches.errorBodies === 'json' || fromRouting;
	return asJson ? jsonReply(status, { Message: message }) : textReply(status, message);
}
