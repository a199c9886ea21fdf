import { locator, openStage, type Stage } from './support';

describe('sharing', () => {
	let stage: Stage;
	let insight: ReturnType<typeof locator>;

	beforeEach(async () => {
		stage = await openStage();
		insight = locator(stage.sandbox.store.all(1)[0].id);
	});

	afterEach(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
	});

	it('gives the public addresses as soon as it is enabled', async () => {
		const [before] = await stage.rows('sharing.get', { insight });
		expect(before).not.toHaveProperty('share_url');
		const [enabled] = await stage.rows('sharing.enable', { insight });
		const token = String(enabled.access_token);
		expect(enabled).toMatchObject({
			enabled: true,
			share_url: `${stage.url}/shared/${token}`,
			embed_url: `${stage.url}/embedded/${token}`,
			image_url: `${stage.url}/shared/${token}.png`,
		});
		const [rotated] = await stage.rows('sharing.rotateToken', { insight });
		expect(rotated.access_token).not.toBe(token);
		const [disabled] = await stage.rows('sharing.disable', { insight });
		expect(disabled).toMatchObject({ enabled: false });
		expect(disabled).not.toHaveProperty('share_url');
	});

	it('sends settings and whether a password is needed', async () => {
		await stage.rows('sharing.enable', {
			insight,
			options: { passwordRequired: true, settings: '{"legend": true, "unknown": 1}' },
		});
		expect(stage.sandbox.requests.at(-1)?.body).toEqual({
			enabled: true,
			password_required: true,
			settings: { legend: true, unknown: 1 },
		});
		const [shared] = await stage.rows('sharing.get', { insight });
		expect(shared.settings).toEqual({ legend: true });
	});

	it('adds and takes away passwords', async () => {
		await stage.rows('sharing.enable', { insight, options: { passwordRequired: true } });
		const [made] = await stage.rows('sharing.createPassword', { insight });
		expect(made.password).toEqual(expect.stringMatching(/.{8,}/));
		const [given] = await stage.rows('sharing.createPassword', {
			insight,
			options: { password: 'open sesame', note: 'For Ben' },
		});
		expect(given).toMatchObject({ password: 'open sesame', note: 'For Ben' });
		const passwordId = String(made.id);
		expect(await stage.rows('sharing.deletePassword', { insight, passwordId })).toEqual([
			{ deleted: true, id: made.id },
		]);
		const [shared] = await stage.rows('sharing.get', { insight });
		expect(shared.share_passwords).toMatchObject([{ id: given.id }]);
		const { error } = await stage.run('sharing.deletePassword', { insight, passwordId });
		expect(error?.message).toBe('The shared insight has no such password');
	});

	it("tells in PostHog's words why a password cannot be made", async () => {
		const off = await stage.run('sharing.createPassword', { insight });
		expect(off.error?.message).toContain(
			'Password protection must be enabled before creating passwords',
		);
		stage.sandbox.switches.sharingPasswords = false;
		const unpaid = await stage.run('sharing.enable', {
			insight,
			options: { passwordRequired: true },
		});
		expect(unpaid.error?.description).toContain('requires the Advanced Permissions feature');
	});

	it('says when the organisation does not allow it', async () => {
		stage.sandbox.switches.publicSharing = false;
		const { error } = await stage.run('sharing.enable', { insight });
		expect(error?.description).toContain('Public sharing is disabled for this organization.');
	});

	it.each([
		['sharing.createPassword', { options: { password: 'short' } }, 'The password is too short'],
		[
			'sharing.createPassword',
			{ options: { note: 'x'.repeat(101) } },
			'The note has 101 characters',
		],
		['sharing.deletePassword', { passwordId: 'x' }, '"x" is not the ID of a password'],
		['sharing.deletePassword', { passwordId: '={{ "" }}' }, 'The password ID is missing'],
	])('refuses %s with %j', async (place, parameters, message) => {
		const { error } = await stage.run(place, { insight, ...parameters });
		expect(error?.message).toBe(message);
		expect(stage.sandbox.requests).toEqual([]);
	});

	it('finds no insight of an unknown short ID', async () => {
		const { error } = await stage.run('sharing.get', { insight: locator('nowhere1', 'shortId') });
		expect(error?.message).toBe('PostHog has no insight with the short ID nowhere1');
	});
});

describe('activity', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await openStage();
	});

	afterEach(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
	});

	it.each([404, 'empty'] as const)(
		'is read page by page and not beyond the end (a page past it: %s)',
		async (pastLastPage) => {
			stage.sandbox.switches.pastLastPage = pastLastPage;
			const { store } = stage.sandbox;
			const [insight] = store.all(1);
			for (let index = 0; index < 300; index++) store.log(insight, 'updated', null, []);
			const rows = await stage.rows('activity.getMany', { returnAll: true });
			expect(rows).toHaveLength(300);
			expect(new Set(rows.map(({ id }) => id)).size).toBe(300);
			expect(rows[0]).toMatchObject({ is_system: true, user_name: 'System' });
			expect(stage.sandbox.requests.map(({ query }) => query.page)).toEqual(['1', '2', '3']);
		},
	);

	it('tells what was changed, before and after', async () => {
		const [one, two] = stage.sandbox.store.all(1);
		const name = one.name;
		await stage.rows('insight.update', {
			insight: locator(one.id),
			updateFields: { name: 'New name', tags: 'x' },
		});
		await stage.rows('insight.update', {
			insight: locator(two.id),
			updateFields: { description: 'Elsewhere' },
		});
		const rows = await stage.rows('activity.getMany', {
			activityOf: 'insight',
			insight: locator(one.short_id, 'shortId'),
		});
		expect(rows).toEqual([
			{
				id: expect.any(String),
				activity: 'updated',
				created_at: expect.any(String),
				insight_id: one.id,
				short_id: one.short_id,
				insight_name: 'New name',
				user_name: 'Ada',
				user_email: 'ada@acme.example',
				is_system: false,
				changes: [
					{ field: 'tags', action: 'changed', before: ['growth', 'weekly'], after: ['x'] },
					{ field: 'name', action: 'changed', before: name, after: 'New name' },
				].sort((a, b) => a.field.localeCompare(b.field)),
			},
		]);
	});

	it('is taken of the chosen kinds only, up to the limit', async () => {
		const { store } = stage.sandbox;
		const [insight] = store.all(1);
		for (let index = 0; index < 250; index++) {
			store.log(insight, index % 50 === 0 ? 'deleted' : 'updated', null, null);
		}
		const rows = await stage.rows('activity.getMany', {
			limit: 3,
			options: { activities: ['deleted'], simplify: false },
		});
		expect(rows.map(({ activity }) => activity)).toEqual(['deleted', 'deleted', 'deleted']);
		expect(rows[0]).toHaveProperty('detail');
	});
});
