import { sleep } from 'n8n-workflow';

import { PICTURE } from '../../../sandbox/posthog/exports';
import { skipWaits } from './skipWaits';
import { locator, openStage, type Stage } from './support';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: jest.fn(),
}));

describe('Get Picture', () => {
	let stage: Stage;
	let id: number;

	beforeEach(async () => {
		skipWaits();
		stage = await openStage();
		({ id } = stage.sandbox.store.all(1)[0]);
	});

	afterEach(async () => {
		expect(stage.sandbox.violations).toEqual([]);
		await stage.sandbox.close();
		jest.restoreAllMocks();
	});

	const picture = async (more: object = {}, apiKey?: string) =>
		await stage.run(
			'insight.getPicture',
			{ insight: locator(id), ...more },
			{ credentials: stage.credentials(apiKey) },
		);

	const asked = () => stage.sandbox.requests.map(({ method, path }) => `${method} ${path}`);

	it.each([true, false])(
		'gives the chart as a file (PostHog answers when it is drawn: %s)',
		async (exportWaits) => {
			stage.sandbox.switches.exportWaits = exportWaits;
			const { items, error } = await picture();
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ mimeType: 'image/png', fileSize: PICTURE.length });
			expect(items[0].json.fileName).toMatch(/^export-\d+\.png$/);
			expect(Buffer.from(items[0].binary?.data.data ?? '', 'base64')).toEqual(PICTURE);
			expect(stage.sandbox.requests[0].body).toEqual({ insight: id, export_format: 'image/png' });
			const looks = asked().filter((one) => /GET .*\/exports\/\d+\/$/.test(one));
			expect(looks.length > 0).toBe(!exportWaits);
		},
	);

	it('gives the table as CSV in the field that the user names', async () => {
		const { items } = await picture({
			pictureFormat: 'text/csv',
			options: { binaryField: 'table' },
		});
		const text = Buffer.from(items[0].binary?.table.data ?? '', 'base64').toString('utf8');
		expect(items[0].json.mimeType).toBe('text/csv');
		expect(text).toMatch(/^result\.0/);
	});

	it('finds the number of a short ID first', async () => {
		const [{ short_id }] = stage.sandbox.store.all(1);
		const { items } = await picture({ insight: locator(short_id, 'shortId') });
		expect(items).toHaveLength(1);
	});

	it.each([true, false])(
		"says in PostHog's words why there is none (told at once: %s)",
		async (exportWaits) => {
			stage.sandbox.switches.exportWaits = exportWaits;
			stage.sandbox.store.setBroken(id, 'Timed out while drawing');
			const { error } = await picture();
			expect(error?.message).toBe('PostHog could not draw the insight');
			expect(error?.description).toContain('PostHog said: Timed out while drawing.');
		},
	);

	it('gives up after the time limit', async () => {
		stage.sandbox.switches.exportWaits = false;
		stage.sandbox.world.computeMs = 10 ** 9;
		const { error } = await picture({ options: { timeLimit: 20 } });
		expect(error?.message).toBe('PostHog did not draw the insight within 20 seconds');
		expect(stage.sandbox.requests.length).toBeLessThan(12);
	});

	it('is no longer asked for once the execution is stopped', async () => {
		stage.sandbox.switches.exportWaits = false;
		stage.sandbox.world.computeMs = 10 ** 9;
		const stop = new AbortController();
		jest.mocked(sleep).mockImplementation(async () => stop.abort());
		const { items } = await stage.run(
			'insight.getPicture',
			{ insight: locator(id) },
			{ abortSignal: stop.signal },
		);
		expect(items).toEqual([]);
		expect(asked()).toEqual([expect.stringMatching(/^POST .*\/exports\/$/)]);
	});

	describe('with a key that may export nothing', () => {
		it('takes the picture of the public address where sharing is on', async () => {
			await stage.rows('sharing.enable', { insight: locator(id) });
			const key = stage.keyWith('insight:read', 'sharing_configuration:read');
			const { items, error } = await picture({}, key);
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ fileName: 'insight.png', mimeType: 'image/png' });
		});

		it.each([
			[['insight:read', 'sharing_configuration:read'], {}],
			[['insight:read'], {}],
			[['insight:read', 'sharing_configuration:read'], { pictureFormat: 'text/csv' }],
		])('says which scopes are needed otherwise: %j %j', async (scopes, more) => {
			const { error } = await picture(more, stage.keyWith(...scopes));
			expect(error?.message).toBe('The personal API key lacks the scope export:write');
			expect(error?.description).toContain('export:read');
		});
	});

	it('keeps nothing that is not a picture', async () => {
		stage.sandbox.faults.next({
			match: { path: /\/content/ },
			fault: { kind: 'html' },
			times: 9,
		});
		const { error, items } = await picture();
		expect(items).toEqual([]);
		expect(error?.message).toBe('PostHog sent something other than the file');
	});

	it('is the same through both doors', async () => {
		const other = await stage.run(
			'insight.getPicture',
			{ insight: locator(id) },
			{ door: 'routing' },
		);
		expect(other.items[0].json).toMatchObject({ mimeType: 'image/png' });
		expect(other.items[0].pairedItem).toEqual({ item: 0 });
	});
});
