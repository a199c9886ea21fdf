import { brokenReply, mediaType, type Reply, type SandboxRequest } from '../shared/http';
import { isJsonObject, type JsonObject } from '../shared/json';
import { createRouter, type Router } from '../shared/router';
import type { Call, World } from './call';
import { renderCsv } from './csv';
import { requireAccess, requireKey, requireProject } from './keys';
import type { Key } from './model';
import { invalid, notFound, Refusal, throttled, unreadable, wrongVerb } from './refusal';
import { routes, type Route } from './routes';
import type { Throttle } from './throttle';

export interface DispatchParts {
	world: World;
	keys: Map<string, Key>;
	throttle: Throttle;
}

/** Takes requests to their operation; every refusal becomes an answer. */
export function createDispatcher(parts: DispatchParts): (request: SandboxRequest) => Reply {
	const router = createPostHogRouter();
	return (request) => {
		let route: Route | undefined;
		const isCsv = () => route?.csv === true && formatOf(request) === 'csv';
		try {
			const found = findRoute(router, request);
			({ route } = found);
			if (route.isNewer && !parts.world.switches.queryEndpoint)
				throw notFound('Endpoint not found.');
			const reply = act(parts, found, request);
			return isCsv() ? asCsv(reply) : reply;
		} catch (error) {
			if (!(error instanceof Refusal)) {
				parts.world.count('the sandbox broke', String(error), request);
				return brokenReply(error);
			}
			if (error.violation) parts.world.count(error.violation, error.message, request);
			return isCsv() && parts.world.switches.csvErrors ? asCsv(error.reply()) : error.reply();
		}
	};
}

/** Letters count in the service's paths; a slash at the end never does. */
export function createPostHogRouter(): Router<Route> {
	return createRouter(
		routes.map((route) => ({ method: route.method, path: route.path, value: route })),
		{ caseSensitive: () => true },
	);
}

interface Found {
	route: Route;
	params: Record<string, string>;
}

function findRoute(router: Router<Route>, { method, path }: SandboxRequest): Found {
	// The twin under /environments/ is led to the same place.
	const match = router.find(method, path.replace(/^\/api\/environments\//, '/api/projects/'));
	if (match.kind === 'found') return { route: match.value, params: match.params };
	if (match.kind === 'wrong verb') throw wrongVerb(method);
	throw notFound('Endpoint not found.', 'unknown path');
}

function act(
	{ world, keys, throttle }: DispatchParts,
	found: Found,
	request: SandboxRequest,
): Reply {
	const { route, params } = found;
	const { name, key } = requireKey(request, keys);
	requireAccess(route, key, params, world);
	const project = 'project_id' in params ? requireProject(params.project_id, key, world) : 0;
	const wait = world.switches.rateLimits ? throttle.take(name, route.budget) : undefined;
	if (wait !== undefined) throw throttled(wait);
	return route.behave(readCall(world, found, request, key, project));
}

function readCall(
	world: World,
	{ route, params }: Found,
	request: SandboxRequest,
	key: Key,
	project: number,
): Call {
	const known = [...route.query, ...(route.isDocumented ? ['format'] : [])];
	for (const [name, value] of request.query) {
		if (known.includes(name)) continue;
		world.count('unknown query parameter', `${name}=${value}`, request);
		if (world.switches.unknownQuery === 'refuse') {
			throw invalid(name, `"${name}" is not a parameter of ${route.method} ${route.path}.`);
		}
	}
	if (formatOf(request) === 'csv' && !route.csv) throw notFound();
	return {
		...{ world, route, request, key, params, project },
		user: key.user,
		query: Object.fromEntries(request.query),
		body: readJson(route, request),
		origin: `http://${request.headers.host ?? 'sandbox'}`,
	};
}

const formatOf = ({ query }: SandboxRequest): string | undefined =>
	query.find(([name]) => name === 'format')?.[1];

function readJson({ body }: Route, request: SandboxRequest): JsonObject {
	const text = request.body.toString('utf8').trim();
	if (text === '') return {};
	if (!body) {
		throw unreadable('This request takes no body.', text === '{}' ? undefined : 'unexpected body');
	}
	if (mediaType(request) !== 'application/json') {
		throw new Refusal(
			415,
			{
				type: 'invalid_request',
				code: 'unsupported_media_type',
				detail: 'Unsupported media type in request.',
				attr: null,
			},
			'bad content type',
		);
	}
	const parsed = parse(text);
	if (!isJsonObject(parsed)) throw unreadable('A JSON object is expected', 'bad body');
	return parsed;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw unreadable('JSON parse error', 'bad body');
	}
}

function asCsv(reply: Reply): Reply {
	if (!reply.body || !('json' in reply.body)) return reply;
	const text = renderCsv(reply.body.json);
	return { ...reply, body: { text, type: 'text/csv; charset=utf-8' } };
}
