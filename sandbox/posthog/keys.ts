import type { SandboxRequest } from '../shared/http';
import type { World } from './call';
import type { Key } from './model';
import { denied, notAuthenticated, notFound, wrongKey } from './refusal';
import type { Route } from './routes';

/**
 * The key of a request.
 * @throws Refusal 401
 */
export function requireKey(
	{ headers }: SandboxRequest,
	keys: ReadonlyMap<string, Key>,
): { name: string; key: Key } {
	const name = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
	if (name === undefined) throw notAuthenticated();
	const key = keys.get(name);
	if (!key) throw wrongKey();
	return { name, key };
}

/**
 * What a key may do, in the order in which the service asks: is the action open to keys, is the project among the key's
 * own, does the key have the scope.
 * @throws Refusal 403
 */
export function requireAccess(
	{ scope }: Route,
	key: Key,
	params: Record<string, string>,
	{ store }: World,
): void {
	if (scope === null) throw denied('This action does not support personal API key access');
	const own = key.scopedTeams ?? [];
	const project = projectNumber(params.project_id, store.currentProject);
	if (own.length > 0 && project !== undefined && !own.includes(project)) {
		throw denied(`API key does not have access to the requested project: ID ${project}.`);
	}
	if (scope !== '' && !hasScope(key, scope)) {
		throw denied(`API key missing required scope '${scope}'`);
	}
}

/** Writing includes reading, a star includes everything. */
function hasScope({ scopes }: Key, wanted: string): boolean {
	return (
		scopes.includes('*') ||
		scopes.includes(wanted) ||
		scopes.includes(wanted.replace(/:read$/, ':write'))
	);
}

function projectNumber(text: string | undefined, current: number): number | undefined {
	if (text === '@current') return current;
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * The project in the path, as a number.
 * @throws Refusal 404, or 403 for a project of somebody else
 */
export function requireProject(text: string, { user }: Key, { store }: World): number {
	const id = projectNumber(text, store.currentProject);
	const project = store.projects.find((one) => one.id === id);
	if (!project) throw notFound('Project not found.');
	if (project.organization !== organizationOf(user.email)) {
		throw denied("You don't have access to the project.");
	}
	return project.id;
}

/** Users belong to the organisation that their address names: `ada@acme.example` to `acme`. */
const organizationOf = (email: string): string => email.split('@')[1].split('.')[0];
