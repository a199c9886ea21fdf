import { jsonReply, type Reply } from '../shared/http';
import type { JsonObject } from '../shared/json';
import type { Call } from './call';
import { userView } from './model';
import { denied } from './refusal';
import { page } from './views';

export function listProjects(call: Call): Reply {
	const { key, world, query, origin, request } = call;
	if (key.scopedTeams?.length) {
		throw denied('API keys with scoped projects are only supported on project-based endpoints.');
	}
	const limit = Number(query.limit ?? 100);
	const rows = world.store.projects.map(
		({ id, name, organization }): JsonObject => ({
			id,
			uuid: `0190b000-0000-7000-8000-${String(id).padStart(12, '0')}`,
			organization,
			api_token: `phc_sandbox${id}`,
			name,
			completed_snippet_onboarding: true,
			timezone: 'UTC',
		}),
	);
	const address = (offset: number) => `${origin}${request.path}?limit=${limit}&offset=${offset}`;
	return jsonReply(200, page(rows, limit, Number(query.offset ?? 0), address));
}

export function whoAmI({ user, world }: Call): Reply {
	const project = world.store.projects.find(({ id }) => id === world.store.currentProject);
	return jsonReply(200, {
		...userView(user),
		team: project ? { id: project.id, name: project.name } : null,
	});
}
