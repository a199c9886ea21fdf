import { locator, openStage, type Stage } from './support';

describe('insights', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage({ clock: '2026-03-01T12:00:00Z' });
	});

	afterEach(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
	});

	/** What an expression gives is only known when the node runs. */
	const fromExpression = (value: string) => locator(`={{ "${value}" }}`);
	const lastRequest = () => stage.sandbox.requests.at(-1);
	const first = () => stage.sandbox.store.all(1)[0];

	describe('are named', () => {
		it.each([
			['by ID', () => locator(first().id)],
			['by short ID', () => locator(first().short_id, 'shortId')],
			[
				'by address',
				() =>
					locator(`https://us.posthog.com/project/1/insights/${first().short_id}/edit?x=1`, 'url'),
			],
			['by a short ID from an expression', () => fromExpression(first().short_id)],
		])('%s', async (_how, insight) => {
			const [row] = await stage.rows('insight.get', { insight: insight() });
			expect(row.id).toBe(first().id);
			const [shared] = await stage.rows('sharing.get', { insight: insight() });
			expect(shared).toMatchObject({ enabled: false });
		});

		it('by short ID also where the server takes numbers only', async () => {
			stage.sandbox.switches.shortIdInPath = false;
			const insight = locator(first().short_id, 'shortId');
			for (const [place, more] of [
				['insight.get', {}],
				['insight.getResult', {}],
				['insight.update', { updateFields: { name: 'Renamed' } }],
				['activity.getMany', { activityOf: 'insight' }],
				['insight.markViewed', {}],
				['insight.delete', {}],
			] as const) {
				const { error } = await stage.run(place, { insight, ...more });
				expect([place, error?.message]).toEqual([place, undefined]);
			}
			expect(stage.sandbox.store.all(1, true)[0].deleted).toBe(true);
		});

		it('in the current project unless another is chosen', async () => {
			stage.sandbox.store.currentProject = 2;
			stage.sandbox.store.insert({ name: 'Elsewhere' });
			const current = { __rl: true, mode: 'list', value: '@current' };
			const [row] = await stage.rows('insight.getMany', { project: current });
			expect(row.name).toBe('Elsewhere');
		});

		it("by an address of another project, when the key's current project is chosen", async () => {
			const { short_id } = first();
			const insight = locator(`https://us.posthog.com/project/1/insights/${short_id}`, 'url');
			stage.sandbox.store.currentProject = 2;
			const current = { __rl: true, mode: 'list', value: '@current' };
			const [row] = await stage.rows('insight.get', { insight, project: current });
			expect(row.short_id).toBe(short_id);
			const { error } = await stage.run('insight.get', { insight, project: locator(2) });
			expect(error?.message).toBe('The insight is of project 1, but project 2 is chosen');
		});

		it.each([
			[{ insight: fromExpression('') }, 'The insight is missing'],
			[{ insight: fromExpression('../users') }, '"../users" is not the ID of an insight'],
			[
				{ insight: locator(1), project: fromExpression('1/../2') },
				'"1/../2" is not the ID of a project',
			],
		])('not by %j', async (parameters, message) => {
			const { error } = await stage.run('insight.get', parameters);
			expect(error?.message).toBe(message);
			expect(stage.sandbox.requests).toEqual([]);
		});
	});

	describe('are listed', () => {
		const names = async (filters = {}, more = {}) =>
			(await stage.rows('insight.getMany', { filters, returnAll: true, ...more })).map(
				({ name }) => name,
			);

		it('newest first, in short, with an order in every request', async () => {
			const rows = await stage.rows('insight.getMany');
			expect(rows.map(({ name }) => name)).toEqual([
				'Events by name',
				'Checkout funnel',
				'Weekly sign-ups',
			]);
			expect(rows[1]).toEqual({
				id: expect.any(Number),
				short_id: expect.stringMatching(/^\w{8}$/),
				name: 'Checkout funnel',
				kind: 'FunnelsQuery',
				url: expect.stringMatching(/\/project\/1\/insights\/\w{8}$/),
				favorited: true,
				dashboards: [3],
				created_at: expect.any(String),
				created_by: 'ben@acme.example',
				updated_at: expect.any(String),
				last_modified_at: expect.any(String),
				query: expect.objectContaining({ kind: 'InsightVizNode' }),
			});
			expect(lastRequest()?.query).toEqual({
				basic: 'true',
				order: '-created_at',
				limit: '50',
				offset: '0',
			});
		});

		it.each([
			[{ createdBy: '42' }, ['Checkout funnel'], { created_by: '[42]' }],
			[{ createdBy: '1, 42', favorited: true }, ['Checkout funnel'], { created_by: '[1,42]' }],
			[{ createdByMe: true }, ['Events by name', 'Weekly sign-ups'], { user: 'true' }],
			[{ favorited: false, createdByMe: false }, undefined, {}],
			[{ tags: 'weekly, other' }, ['Weekly sign-ups'], { tags: '["weekly","other"]' }],
			[{ dashboards: '3' }, ['Checkout funnel'], { dashboards: '[3]' }],
			[{ events: 'paid' }, ['Checkout funnel'], { events: '["paid"]' }],
			[{ type: 'SQL' }, ['Events by name'], { insight: 'SQL' }],
			[{ search: 'sign' }, ['Weekly sign-ups'], { search: 'sign' }],
			[{ saved: false }, [], { saved: 'false' }],
			[
				{ createdAfter: '2026-01-25T00:00:00', createdBefore: '-15d' },
				['Events by name', 'Checkout funnel'],
				{ created_date_from: '2026-01-25T00:00:00.000Z', created_date_to: '-15d' },
			],
			[
				{ modifiedBefore: '2026-01-25' },
				['Weekly sign-ups'],
				{ date_to: '2026-01-25T00:00:00.000Z' },
			],
			[{ viewedAfter: '-1d' }, [], { last_viewed_date_from: '-1d' }],
		])('by %j', async (filters, expected, query) => {
			if (expected) expect(await names(filters)).toEqual(expected);
			else expect(await names(filters)).toHaveLength(3);
			const { basic, order, limit, offset, ...rest } = lastRequest()?.query ?? {};
			expect([basic, order, limit, offset]).toEqual(['true', '-created_at', '100', '0']);
			if (!('favorited' in filters && filters.favorited)) expect(rest).toEqual(query);
		});

		it('by creation also where the server ignores that filter', async () => {
			stage.sandbox.switches.createdDateFilter = false;
			expect(await names({ createdAfter: '2026-02-05T00:00:00Z' })).toEqual(['Events by name']);
		});

		it('by date in the zone of the workflow', async () => {
			await stage.run(
				'insight.getMany',
				{ filters: { modifiedAfter: '2026-01-01 09:00' } },
				{ timezone: 'America/New_York' },
			);
			expect(lastRequest()?.query.date_from).toBe('2026-01-01T14:00:00.000Z');
		});

		it.each([
			[{ search: 'x'.repeat(201) }, 'The search text has 201 characters'],
			[{ createdBy: 'ada' }, '"ada" in Created By is not an ID'],
			[{ createdAfter: 'soon' }, '"soon" is not a date'],
		])('not by %j', async (filters, message) => {
			const { error } = await stage.run('insight.getMany', { filters });
			expect(error?.message).toBe(message);
			expect(stage.sandbox.requests).toEqual([]);
		});

		it('all, whatever their number, each once', async () => {
			for (let index = 0; index < 447; index++) stage.sandbox.store.insert({ name: `N${index}` });
			const all = await names();
			expect(all).toHaveLength(450);
			expect(new Set(all).size).toBe(450);
			expect(stage.sandbox.requests).toHaveLength(5);
		});

		it('sorted and limited', async () => {
			const rows = await stage.rows('insight.getMany', {
				limit: 2,
				options: { orderBy: 'name', ascending: true, simplify: false },
			});
			expect(rows.map(({ name }) => name)).toEqual(['Checkout funnel', 'Events by name']);
			expect(Object.keys(rows[0])).not.toContain('result');
			expect(lastRequest()?.query).toMatchObject({ order: 'name', limit: '2' });
		});

		it('with results, computed when asked to', async () => {
			const [without] = await stage.rows('insight.getMany', { options: { withResults: true } });
			expect(without).not.toHaveProperty('result');
			const [row] = await stage.rows('insight.getMany', { options: { refresh: 'blocking' } });
			expect(row.result).toEqual([
				['$pageview', 812],
				['paid', 24],
			]);
		});

		it('as CSV files, one a page', async () => {
			for (let index = 0; index < 120; index++) stage.sandbox.store.insert({ name: `N${index}` });
			const { items, error } = await stage.run('insight.getMany', {
				returnAll: true,
				options: { format: 'csv', binaryField: 'file' },
			});
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.fileName)).toEqual(['insights-1.csv', 'insights-2.csv']);
			const text = Buffer.from(items[0].binary?.file.data ?? '', 'base64').toString('utf8');
			expect(text).toMatch(/^count,next,previous,results\.0\.created_at,/);
		});

		it('alike through both doors', async () => {
			const one = await stage.run('insight.getMany', { filters: { tags: 'weekly' } });
			const other = await stage.run(
				'insight.getMany',
				{ filters: { tags: 'weekly' } },
				{ door: 'routing' },
			);
			expect(one.items).toHaveLength(1);
			expect(other.items).toEqual(one.items);
		});
	});

	describe('are written', () => {
		it('with a bare query put into its wrapper', async () => {
			const [row] = await stage.rows('insight.create', {
				name: 'Paid',
				query: '{"kind": "TrendsQuery", "series": []}',
				additionalFields: {
					description: 'Per day',
					tags: 'a, b',
					dashboards: '3, 4',
					favorited: true,
					_create_in_folder: 'Reports',
				},
			});
			expect(lastRequest()?.body).toEqual({
				name: 'Paid',
				query: { kind: 'InsightVizNode', source: { kind: 'TrendsQuery', series: [] } },
				description: 'Per day',
				tags: ['a', 'b'],
				dashboards: [3, 4],
				favorited: true,
				_create_in_folder: 'Reports',
			});
			expect(row).toMatchObject({ name: 'Paid', kind: 'TrendsQuery', tags: ['a', 'b'] });
		});

		it('by their name alone', async () => {
			await stage.rows('insight.create', { name: 'Paid' });
			expect(lastRequest()?.body).toEqual({ name: 'Paid' });
		});

		it('with the query as it is, on request', async () => {
			await stage.rows('insight.create', {
				query: { kind: 'HogQLQuery', query: 'select 1' } as never,
				options: { wrapQuery: false },
			});
			expect(lastRequest()?.body).toEqual({ query: { kind: 'HogQLQuery', query: 'select 1' } });
			await stage.rows('insight.create', { query: '{"kind":"HogQLQuery","query":"select 1"}' });
			expect(lastRequest()?.body).toMatchObject({ query: { kind: 'DataVisualizationNode' } });
		});

		it('only in what was added to the form', async () => {
			const { id, name } = first();
			await stage.rows('insight.update', {
				insight: locator(id),
				updateFields: { tags: '', favorited: false },
			});
			expect(lastRequest()?.body).toEqual({ tags: [], favorited: false });
			expect(first()).toMatchObject({ name, tags: [] });
		});

		it.each([
			['insight.create', {}, 'There is nothing to create'],
			['insight.create', { query: '' }, 'There is nothing to create'],
			['insight.create', { query: {} }, 'There is nothing to create'],
			['insight.create', { query: '[1]' }, 'The query is not a JSON object'],
			['insight.create', { query: '{oops' }, 'Query (query) cannot be right: is not valid JSON'],
			[
				'insight.create',
				{ name: 'x'.repeat(401) },
				'Name (name) cannot be right: has 401 characters, at most 400 are possible',
			],
		])('not by %s with %j', async (place, parameters, message) => {
			const { error } = await stage.run(place, parameters as never);
			expect(error?.message).toBe(message);
			expect(stage.sandbox.requests).toEqual([]);
		});

		it.each([{}, { query: '{}' }])(
			'not by an update with %j, which gives it as it is',
			async (fields) => {
				const { id } = first();
				const [row] = await stage.rows('insight.update', {
					insight: locator(id),
					updateFields: fields,
				});
				expect(row).toMatchObject({ id });
				expect(stage.sandbox.requests.map(({ method }) => method)).toEqual(['GET']);
			},
		);

		it("not with a query that PostHog does not know, in PostHog's words", async () => {
			const { error } = await stage.run('insight.create', { query: '{"kind": "NoQuery"}' });
			expect(error?.message).toContain(": Input tag 'NoQuery'");
		});

		it('to the trash and back', async () => {
			const { id, short_id } = first();
			const insight = locator(id);
			expect(await stage.rows('insight.delete', { insight })).toEqual([
				{ deleted: true, id, short_id },
			]);
			const { error } = await stage.run('insight.get', { insight });
			expect(error?.message).toBe('PostHog has no such insight');
			const [row] = await stage.rows('insight.restore', { insight: locator(short_id, 'shortId') });
			expect(row.id).toBe(id);
			expect(await stage.rows('insight.get', { insight })).toHaveLength(1);
		});
	});

	it('are marked as viewed, several at once, and listed by their last view', async () => {
		const [one, two, three] = stage.sandbox.store.all(1);
		const [row] = await stage.rows('insight.markViewed', {
			insight: locator(two.short_id, 'shortId'),
			options: { moreInsights: `${three.id}, ${two.id}` },
		});
		expect(row).toEqual({ viewed: true, insight_ids: [two.id, three.id] });
		expect(one.last_viewed_at).toBeNull();
		const viewed = await stage.rows('insight.getLastViewed');
		expect(viewed.map(({ id }) => id)).toEqual([two.id, three.id]);
	});

	it('are read as a CSV file', async () => {
		const { items } = await stage.run('insight.get', {
			insight: locator(first().id),
			options: { format: 'csv' },
		});
		expect(items[0].json).toMatchObject({ fileName: 'insight.csv', mimeType: 'text/csv' });
		const text = Buffer.from(items[0].binary?.data.data ?? '', 'base64').toString('utf8');
		expect(text).toContain('created_by.email');
	});

	it('have queries that can be cancelled', async () => {
		const { id } = first();
		stage.sandbox.world.computeMs = 60_000;
		const [insight] = await stage.rows('insight.getResult', {
			insight: locator(id),
			refresh: 'async',
			simplify: false,
			options: { waits: false },
		});
		const queryId = (insight.query_status as { id: string }).id;
		expect(await stage.rows('insight.cancelQuery', { queryId })).toEqual([
			{ cancelled: true, query_id: queryId },
		]);
		expect(stage.sandbox.store.get(id)?.running).toBeUndefined();
	});

	it('keep their items linked to the input, and one failing item apart from the others', async () => {
		const { items } = await stage.run(
			'insight.get',
			{ insight: { __rl: true, mode: 'id', value: '={{ $json.id }}' } },
			{
				items: [{ json: { id: first().id } }, { json: { id: 99_999 } }],
				continueOnFail: true,
			},
		);
		expect(items[0].json.id).toBe(first().id);
		expect(items[1].json.error).toBe('PostHog has no such insight');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});
});
