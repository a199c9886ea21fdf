/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { resources } from '../../../nodes/PostHogInsights/resources';
import { routes } from '../../../sandbox/posthog';
import { locator, openStage, type Stage } from './support';

/** What makes each of the fourteen documented endpoints be reached: operation, parameters, expected status. */
const REACHED: Array<[endpoint: string, place: string, parameters: object, status: number]> = [
	['GET /insights', 'insight.getMany', {}, 200],
	['POST /insights', 'insight.create', { name: 'New' }, 201],
	['GET /insights/{insight_id}/sharing', 'sharing.get', {}, 200],
	['POST /insights/{insight_id}/sharing/passwords', 'sharing.createPassword', {}, 201],
	[
		'DELETE /insights/{insight_id}/sharing/passwords/{password_id}',
		'sharing.deletePassword',
		{ passwordId: 'made before' },
		204,
	],
	['POST /insights/{insight_id}/sharing/refresh', 'sharing.rotateToken', {}, 200],
	['GET /insights/{id}', 'insight.get', {}, 200],
	['PATCH /insights/{id}', 'insight.update', { updateFields: { name: 'Renamed' } }, 200],
	['DELETE /insights/{id}', 'insight.delete', { method: 'original' }, 405],
	['GET /insights/{id}/activity', 'activity.getMany', { activityOf: 'insight' }, 200],
	['GET /insights/activity', 'activity.getMany', {}, 200],
	['POST /insights/cancel', 'insight.cancelQuery', { queryId: 'q1', method: 'original' }, 403],
	['GET /insights/my_last_viewed', 'insight.getLastViewed', { method: 'original' }, 403],
	['POST /insights/viewed', 'insight.markViewed', {}, 201],
];

describe('the fourteen endpoints of the public page', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await openStage();
	});

	afterAll(async () => await stage.sandbox.close());

	it('are those that the stand-in calls documented', () => {
		const documented = routes
			.filter(({ isDocumented }) => isDocumented)
			.map(({ method, path }) => `${method} ${path.replace('/api/projects/{project_id}', '')}`);
		expect(REACHED.map(([endpoint]) => endpoint)).toEqual(documented);
		expect(documented).toHaveLength(14);
	});

	it('are all reached by an operation of the node', async () => {
		const { id } = stage.sandbox.store.all(1)[0];
		const insight = locator(id);
		await stage.rows('sharing.enable', { insight, options: { passwordRequired: true } });
		const [password] = await stage.rows('sharing.createPassword', { insight });
		const lines: string[] = [];
		for (const [endpoint, place, parameters, status] of REACHED) {
			const filled = 'passwordId' in parameters ? { passwordId: String(password.id) } : parameters;
			stage.sandbox.requests.length = 0;
			await stage.run(place, { insight, ...filled });
			const [method, path] = endpoint.split(' ');
			const pattern = new RegExp(`^/api/projects/1${path.replace(/\{\w+\}/g, '[^/]+')}/?$`);
			const found = stage.sandbox.requests.find(
				(request) => request.method === method && pattern.test(request.path),
			);
			expect([endpoint, found?.status]).toEqual([endpoint, status]);
			lines.push(`${endpoint} <- ${place}: ${found?.status}`);
		}
		expect(stage.sandbox.violations).toEqual([]);
		process.stdout.write(
			`${lines.join('\n')}\nPostHog endpoints reached: ${lines.length} / ${REACHED.length}\n`,
		);
	});

	it('are named in the tables of the operations', () => {
		const named = new Set(
			resources.flatMap(({ operations }) => operations.flatMap(({ endpoints }) => endpoints)),
		);
		for (const [endpoint] of REACHED) {
			const [method, path] = endpoint.split(' ');
			const spellings = [`${method} /api/projects/{project_id}${path}`].flatMap((one) => [
				one,
				`${one}/`,
			]);
			expect([endpoint, spellings.some((one) => named.has(one as never))]).toEqual([
				endpoint,
				true,
			]);
		}
	});
});
